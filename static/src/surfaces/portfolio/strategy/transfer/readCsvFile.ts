const bytesOf = (file: File): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(new Error(`${file.name} could not be read. Choose it again.`));
    reader.readAsArrayBuffer(file);
  });

/** Reads a file as text. @throws Error that says what to do, if the file cannot be read or is not UTF-8 */
export async function readCsvFile(file: File): Promise<string> {
  const bytes = await bytesOf(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${file.name} is not text in UTF-8. In a spreadsheet, save it as “CSV UTF-8”.`);
  }
}
