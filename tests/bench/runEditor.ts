import { benchEditor } from './editor.ts'

await benchEditor()
