import type { Translations } from '../en/index.ts'

/** German texts of the Markdown field. */
export const field: Translations['answerbook']['field'] = {
  placeholder: 'In Markdown schreiben',
  keys: 'Tab wechselt zum nächsten Feld. Strg mit ] oder [ rückt ein. Strg mit F sucht.',
  words_one: '{{number}} Wort',
  words_other: '{{number}} Wörter',
  characters_one: '{{number}} Zeichen',
  characters_other: '{{number}} Zeichen',
  notLoaded:
    'Der Editor konnte nicht geladen werden. Laden Sie die Seite neu; gespeicherter Text bleibt erhalten.',
  noBreakSpace: 'Geschütztes Leerzeichen',
  task: 'Aufgabe',
  imageMissing: 'Unter dieser Adresse gibt es kein Bild.',
  imageBlocked:
    'Von {{host}} kam kein Bild. Das Admin-Panel zeigt Bilder anderer Server nur, wenn sie in der Einstellung IMAGE_HOSTS stehen; Leser sehen es möglicherweise trotzdem.',
  changesTo: 'Änderungen an {{label}}',
  removed: 'Entfernt: ',
  added: 'Hinzugefügt: ',
  unchanged_one: '1 unveränderte Zeile',
  unchanged_other: '{{number}} unveränderte Zeilen',
  noDifference: 'Keine Unterschiede.',
  lineEndings: 'Nur die Zeilenenden unterscheiden sich.',
  search: {
    find: 'Suchen',
    replace: 'Ersetzen',
    replaceAll: 'Alle ersetzen',
    next: 'Weiter',
    previous: 'Zurück',
    all: 'Alle',
    matchCase: 'Groß-/Kleinschreibung',
    byWord: 'Ganze Wörter',
    regexp: 'Regulärer Ausdruck',
    close: 'Schließen',
    currentMatch: 'Aktueller Treffer',
    onLine: 'in Zeile',
    replacedMatches: '$ Treffer ersetzt',
    replacedOnLine: 'Treffer in Zeile $ ersetzt',
  },
}
