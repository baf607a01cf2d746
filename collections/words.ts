/** Labels and descriptions of articles and their fields, in the languages of the admin panel. */
export const articleWords = {
  labels: {
    singular: { en: 'Article', de: 'Artikel' },
    plural: { en: 'Articles', de: 'Artikel' },
  },
  description: {
    en: 'Questions and their answers, as readers see them on the site.',
    de: 'Fragen und ihre Antworten, wie Leser sie auf der Website sehen.',
  },
  tabs: {
    question: { en: 'Question', de: 'Frage' },
    links: { en: 'Links', de: 'Links' },
    seo: { en: 'SEO', de: 'SEO' },
    importData: { en: 'Import data', de: 'Importdaten' },
    importDataDescription: {
      en: 'Other values from the imported file. Needed for export; rarely edited.',
      de: 'Weitere Werte der importierten Datei. Der Export braucht sie; sie werden selten bearbeitet.',
    },
  },
  question: { en: 'Question', de: 'Frage' },
  questionDescription: {
    en: 'As a reader would ask it. It is also the title of the page.',
    de: 'So, wie ein Leser sie stellen würde. Sie ist auch der Titel der Seite.',
  },
  answer: { en: 'Answer', de: 'Antwort' },
  answerDescription: {
    en: 'Markdown with tables, code and math: $…$ within a line, $$…$$ on separate lines.',
    de: 'Markdown mit Tabellen, Code und Formeln: $…$ im Text, $$…$$ in eigenen Zeilen.',
  },
  relatedArticles: { en: 'Related articles', de: 'Verwandte Artikel' },
  noIndex: { en: 'Hide from search engines', de: 'Vor Suchmaschinen verbergen' },
  noIndexDescription: {
    en: 'Anyone with the URL can still open the page.',
    de: 'Wer die URL kennt, kann die Seite weiterhin öffnen.',
  },
  canonicalUrl: { en: 'Canonical URL', de: 'Kanonische URL' },
  canonicalUrlDescription: {
    en: 'Only if the same answer also exists at another URL that search engines should prefer.',
    de: 'Nur wenn dieselbe Antwort auch unter einer anderen URL steht, die Suchmaschinen bevorzugen sollen.',
  },
  title: { en: 'Page title', de: 'Seitentitel' },
  articleTitle: { en: 'Article title', de: 'Artikeltitel' },
  titleDescription: {
    en: 'Only if it differs from the question.',
    de: 'Nur wenn er von der Frage abweicht.',
  },
  legacyId: { en: 'Legacy ID', de: 'Alte ID' },
  legacyIdDescription: {
    en: 'May repeat: the same question under several subjects has one ID.',
    de: 'Darf mehrfach vorkommen: Dieselbe Frage hat unter mehreren Themen eine ID.',
  },
  score: { en: 'Score', de: 'Bewertung' },
  scoreDescription: { en: 'Rating from the imported file.', de: 'Bewertung aus der importierten Datei.' },
  dateFormat: { en: 'Date format', de: 'Datumsformat' },
  dateFormatDescription: {
    en: 'How the site displays the date.',
    de: 'Wie die Website das Datum anzeigt.',
  },
  postOnText: { en: 'Date prefix', de: 'Text vor dem Datum' },
  postOnTextDescription: { en: 'For example "Posted on".', de: 'Zum Beispiel „Veröffentlicht am“.' },
  subject: { en: 'Subject', de: 'Thema' },
  subjectDescription: {
    en: "The article's subject. Changing it changes the URL.",
    de: 'Das Thema des Artikels. Wird es geändert, ändert sich die URL.',
  },
  date: { en: 'Date', de: 'Datum' },
  dateDescription: { en: 'Shown with the article.', de: 'Wird beim Artikel angezeigt.' },
  author: { en: 'Author', de: 'Autor' },
  authorDescription: { en: 'Name shown with the article.', de: 'Name, der beim Artikel angezeigt wird.' },
}

/** Labels and descriptions of subjects and their fields. */
export const subjectWords = {
  labels: {
    singular: { en: 'Subject', de: 'Thema' },
    plural: { en: 'Subjects', de: 'Themen' },
  },
  description: {
    en: 'Each article has one subject. Subjects are folders of files and part of URLs.',
    de: 'Jeder Artikel hat ein Thema. Themen sind Ordner der Dateien und Teil der URLs.',
  },
  title: { en: 'Title', de: 'Titel' },
  titleDescription: { en: 'As readers see it.', de: 'So, wie Leser ihn sehen.' },
  slug: { en: 'Slug', de: 'Slug' },
  slugDescription: {
    en: 'Used as folder name and in URLs, e.g. marine-biology. Cannot be changed later.',
    de: 'Ordnername und Teil der URLs, z. B. marine-biology. Lässt sich später nicht ändern.',
  },
  slugInvalid: {
    en: 'Use letters, digits and hyphens.',
    de: 'Verwenden Sie Buchstaben, Ziffern und Bindestriche.',
  },
  aliases: { en: 'Aliases', de: 'Andere Schreibweisen' },
  aliasesDescription: {
    en: 'Alternative spellings found in files. Existing files keep their spelling.',
    de: 'Schreibweisen, die in Dateien vorkommen. Vorhandene Dateien behalten ihre.',
  },
  hidden: { en: 'Hidden', de: 'Verborgen' },
  hiddenDescription: {
    en: 'Kept out of lists and search engines.',
    de: 'Erscheint nicht in Listen und Suchmaschinen.',
  },
  articles: { en: 'Articles', de: 'Artikel' },
}

/** Labels and descriptions of images and users, and the groups of the navigation. */
export const otherWords = {
  groups: { content: { en: 'Content', de: 'Inhalte' }, people: { en: 'People', de: 'Personen' } },
  media: {
    labels: { singular: { en: 'Image', de: 'Bild' }, plural: { en: 'Media', de: 'Bilder' } },
    description: { en: 'Images for answers.', de: 'Bilder für Antworten.' },
    alt: { en: 'Alternative text', de: 'Alternativtext' },
    altDescription: {
      en: 'What the image shows, for readers who cannot see it.',
      de: 'Was das Bild zeigt, für Leser, die es nicht sehen können.',
    },
  },
  users: {
    labels: { singular: { en: 'User', de: 'Benutzer' }, plural: { en: 'Users', de: 'Benutzer' } },
    description: {
      en: 'Accounts and roles. Readers are API keys for frontends and cannot sign in here.',
      de: 'Konten und Rollen. Leser sind API-Schlüssel für Frontends und können sich hier nicht anmelden.',
    },
    name: { en: 'Name', de: 'Name' },
    role: { en: 'Role', de: 'Rolle' },
    roleDescription: {
      en: 'Admin: full access. Editor: write and publish. Writer: drafts only. Reader: read-only API key.',
      de: 'Admin: voller Zugriff. Redaktion: schreiben und veröffentlichen. Autor: nur Entwürfe. Leser: API-Schlüssel, nur lesen.',
    },
    roles: {
      admin: { en: 'Admin', de: 'Admin' },
      editor: { en: 'Editor', de: 'Redaktion' },
      writer: { en: 'Writer', de: 'Autor' },
      reader: { en: 'Reader', de: 'Leser' },
    },
  },
}
