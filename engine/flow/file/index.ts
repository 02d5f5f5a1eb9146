export { formatDocument } from './format-document'
export { type DocumentProblem, MAX_DOCUMENT_SIZE, parseDocument } from './parse-document'
