import { type InvoiceReading, readInvoice } from "../domain/invoice/invoice.ts";
import { pdfContent } from "./pdf.ts";
import { readXml } from "./xml.ts";

/** What a receipt's file holds: what its pages print, and the invoice that it carries or is. */
export interface ReceiptContent {
  readonly text: string;
  readonly invoice: InvoiceReading | null;
}

const PDF_MARK = "%PDF-";

/** Reads the file of a receipt: a PDF, or XML. */
export async function receiptContent(bytes: Uint8Array): Promise<ReceiptContent> {
  if (new TextDecoder("latin1").decode(bytes.subarray(0, PDF_MARK.length)) !== PDF_MARK)
    return { text: "", invoice: invoiceOf(bytes) };
  const { text, invoice } = await pdfContent(bytes);
  return { text, invoice: invoice === null ? null : invoiceOf(invoice) };
}

function invoiceOf(bytes: Uint8Array): InvoiceReading | null {
  const root = readXml(bytes);
  return root === null ? null : readInvoice(root);
}
