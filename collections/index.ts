export { articles, type ArticlesOptions } from './articles.ts'
export { media } from './media.ts'
export { subjects, type SubjectsOptions } from './subjects.ts'
export { users } from './users.ts'
