/** Stands in for style sheets: what the tests look at is text and roles. */
export default {};
