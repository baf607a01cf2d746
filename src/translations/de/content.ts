import type { Translations } from '../en/index.ts'

/** German labels and descriptions of the collections and fields that the plugin adds. */
export const content: Translations['answerbook']['content'] = {
  groups: { site: 'Website' },
  slug: {
    label: 'Slug',
    description: 'Letzter Teil der URL und Dateiname. Wird aus dem Titel gebildet, wenn Sie keinen eingeben.',
  },
  url: {
    label: 'URL',
    description:
      'Wird automatisch gebildet. Ändert sich eine veröffentlichte URL, leitet die alte auf die neue weiter.',
  },
  seo: {
    title: 'Meta-Titel',
    titleDescription:
      'Überschrift eines Suchergebnisses. Wird aus dem Thema gebildet, wenn das Feld leer bleibt.',
    description: 'Meta-Beschreibung',
    descriptionDescription:
      'Steht in Suchergebnissen unter der Überschrift. Suchmaschinen kürzen sie nach etwa 160 Zeichen.',
    keywords: 'Meta-Schlüsselwörter',
    keywordsDescription: 'Wörter, nach denen gesucht wird, durch Kommas getrennt.',
    length: '{{length}} von {{characters}} Zeichen, {{width}} von {{pixels}} Pixeln',
    tooLong: 'Suchergebnisse kürzen den Text.',
    preview: 'Vorschau des Suchergebnisses',
    noTitle: 'Kein Meta-Titel',
    noDescription: 'Keine Meta-Beschreibung: Suchmaschinen wählen einen Teil des Textes.',
  },
  related: {
    description:
      'Stehen in dieser Reihenfolge unter dem Text. Ziehen Sie sie, um die Reihenfolge zu ändern. Leser sehen nur veröffentlichte Dokumente.',
    gone: 'Gelöscht oder nicht zugänglich',
    unresolved_one: '1 offener Link',
    unresolved_other: '{{number}} offene Links',
    unresolvedDescription:
      'Sie bleiben in der Datei und werden aufgelöst, sobald ein Dokument diese URL bekommt. Die Zahl ist die Position in der Liste.',
  },
  inbound: {
    heading_one: '1 Dokument verlinkt hierher',
    heading_other: '{{number}} Dokumente verlinken hierher',
    some: 'Mehr als {{number}} Dokumente verlinken hierher',
    none: 'Noch verlinkt kein anderes Dokument hierher.',
    draft: 'nur in einem Entwurf',
    unpublished: 'nicht veröffentlicht',
    failed: 'Die Dokumente, die hierher verlinken, konnten nicht geladen werden.',
    retry: 'Erneut versuchen',
    pages: 'Dokumente, die hierher verlinken',
  },
  redirects: {
    singular: 'Weiterleitung',
    plural: 'Weiterleitungen',
    description:
      'Alte URLs und ihre Ziele. Wird automatisch erstellt, wenn sich die URL eines veröffentlichten Dokuments ändert.',
    from: 'Von',
    fromDescription:
      'Pfad auf der Website, etwa /learn/biology/questions/what-is-dna. Wird als lesbarer Text ohne Schrägstrich am Ende gespeichert.',
    to: 'Nach',
    toDescription: 'Pfad oder https-Adresse. Leer, wenn die Weiterleitung zu einem Dokument führt.',
    document: 'Dokument',
    documentDescription: 'ID des Dokuments, dem die Weiterleitung folgt.',
    kind: 'Art',
    moved: 'URL geändert',
    manual: 'Manuell erstellt',
  },
  runs: {
    singular: 'Lauf',
    plural: 'Importe und Exporte',
    title: 'Titel',
    kind: 'Art',
    trigger: 'Gestartet über',
    status: 'Status',
    startedAt: 'Begonnen',
    finishedAt: 'Beendet',
    who: 'Gestartet von',
    process: 'Prozess',
  },
}
