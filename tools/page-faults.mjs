// What is wrong with how a page stands in a browser. The browser runs this function alone, which therefore holds all that it needs.

/**
 * Lists what a reader could not read: a page that scrolls sideways; a text that is small, pale, cut, or over another one.
 * @param {{ minPixels: number, minContrast: number }} wanted the smallest letters, and the least contrast of a text with what is behind it.
 */
export function pageFaults({ minPixels, minContrast }) {
  const { clientWidth: width, scrollWidth } = document.documentElement;
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((part) => light(part / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [pale, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (pale + 0.05) / (dark + 0.05);
  };
  const behind = (element) => {
    const colour = element === null ? [255, 255, 255] : numbers(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 ? behind(element.parentElement) : colour;
  };
  /** Every text that is shown, with the boxes of its lines. */
  const shownTexts = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
      const text = walker.currentNode.textContent.trim();
      if (text !== "" && boxes.length > 0) found.push({ text, boxes, element: walker.currentNode.parentElement });
    }
    return found;
  };
  const faultsOf = ({ text, boxes, element }) => {
    const { color, fontSize, overflow } = getComputedStyle(element);
    const ratio = contrast(numbers(color), behind(element));
    const isHidden = overflow !== "visible" && element.scrollWidth > element.clientWidth;
    return [
      ...(Number.parseFloat(fontSize) < minPixels ? [`${fontSize}: ${text}`] : []),
      ...(ratio < minContrast ? [`contrast ${ratio.toFixed(2)}: ${text}`] : []),
      ...(isHidden || boxes.some(({ left, right }) => left < 0 || right > width) ? [`cut: ${text}`] : []),
    ];
  };
  /** Letters fill a line of their font less than wholly. */
  const within = ({ left, right, top, bottom }) => {
    const room = (bottom - top) / 5;
    return { left: left + 1, right: right - 1, top: top + room, bottom: bottom - room };
  };
  const meet = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const texts = shownTexts();
  const lines = texts.flatMap(({ text, boxes }) => boxes.map((box) => ({ text, ...within(box) })));
  const over = lines.flatMap((one, index) =>
    lines.slice(index + 1).flatMap((other) => (meet(one, other) ? [[one, other]] : [])),
  );
  return [
    ...(scrollWidth > width ? [`the page is ${scrollWidth} px wide on ${width}`] : []),
    ...texts.flatMap(faultsOf),
    ...over.map(([one, other]) => `${one.text} over ${other.text}`),
  ];
}
