const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The normalized spelling of a path: `//API/users/%6Cogin/` and `/api/users/login` both give `/api/users/login`. */
export const plainPath = (path: string): string => {
  const segments = decoded(decoded(path))
    .toLowerCase()
    .split(/[\\/]+/)
  return `/${segments.filter((segment) => segment !== '' && segment !== '.').join('/')}`
}
