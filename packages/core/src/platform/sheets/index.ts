export { type Cell, type Sheet, workbook, WORKBOOK_TYPE } from "./workbook.ts";
