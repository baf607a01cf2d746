export { down, up } from '../importContent.ts'
