/** The tests of a program that need not be on this machine: skipped without its path. */
export const onlyWith = (path: string | null): jest.It => (path === null ? test.skip : test);
