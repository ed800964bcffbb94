// Packs one of the two packages (`node tools/pack.mjs porte`): the path of the tarball is the last line printed.
import { PACKAGES, pack } from "./packages.mjs";

const name = process.argv[2];
if (!Object.hasOwn(PACKAGES, name)) throw new Error(`${name}: there are ${Object.keys(PACKAGES).join(" and ")}`);
const { tarball, size, unpackedSize, entryCount } = await pack(name);
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
console.log(`${name}: ${entryCount} files, ${megabytes(size)} packed, ${megabytes(unpackedSize)} unpacked`);
console.log(tarball);
