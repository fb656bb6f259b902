/** The first line of a tile that begins with words makes room for the circle in its corner while something is selected. */
export const besideSelect = { line: "group-data-selecting/cell:indent-6", row: "group-data-selecting/cell:pl-6" };
