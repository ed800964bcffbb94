/** What lies in a folder of records beside its areas: the last picture of them, the files that facts name, which files were looked at, the lock of who writes. */
export const SNAPSHOT = "snapshot.json";
export const DOCUMENTS = "documents";
export const WRITING = "writing";
export const CHECKED = "checked.json";
