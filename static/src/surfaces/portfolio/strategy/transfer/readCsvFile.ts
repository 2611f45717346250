/** What one call to the app can carry, with room for what goes with it. */
const MOST_KB = 400;

const bytesOf = (file: File): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(new Error(`${file.name} could not be read. Choose it again.`));
    reader.readAsArrayBuffer(file);
  });

/** Why a text is too long to be imported at once; `null` where it is not. */
export const tooLong = (text: string): string | null =>
  new TextEncoder().encode(text).length > MOST_KB * 1024
    ? `This is more than ${MOST_KB} KB. Import it in parts, parents first; what a part does not name stays as it is.`
    : null;

/**
 * The text of a CSV file.
 *
 * @throws Error that says what to do when the file cannot be read or is not UTF-8.
 */
export async function readCsvFile(file: File): Promise<string> {
  const bytes = await bytesOf(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${file.name} is not text in UTF-8. In a spreadsheet, save it as “CSV UTF-8”.`);
  }
}
