/** The file that holds the records, in the data folder. */
export const DATABASE = 'assent.sqlite';
