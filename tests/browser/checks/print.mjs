// The page prints: a PDF comes out, and it is one.

export async function print(page, fail) {
  const pdf = await page.pdf({ format: 'A4' }).catch((error) => Buffer.from(String(error)));
  if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-')) || pdf.length < 1000) {
    fail('print', `no PDF: ${pdf.subarray(0, 200).toString('latin1')}`);
  }
}
