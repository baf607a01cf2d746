import type { Translations } from '../en/index.ts'

/** German texts of the page of changes for the next export. */
export const changes: Translations['answerbook']['changes'] = {
  title: 'Änderungen für den nächsten Export',
  link: 'Änderungen für den Export',
  description:
    'Dokumente, deren Dateien der nächste Export schreibt oder entfernt, verglichen mit dem letzten Import und Export.',
  count_one: '1 Dokument',
  count_other: '{{number}} Dokumente',
  none: 'Nichts zu exportieren: Alle Dateien sind aktuell.',
  noMatch: 'Keine passenden Änderungen.',
  comparing: 'Der Vergleich läuft noch; die Liste ist noch nicht vollständig.',
  document: 'Dokument',
  what: 'Änderung',
  fields: 'Felder',
  when: 'Wann',
  by: 'Von',
  anything: 'Alle',
  anybody: 'Alle',
  unknown: 'Unbekannt',
  filter: 'Filtern',
  kind: { changed: 'Geändert', new: 'Neue Datei', moved: 'Verschoben', removed: 'Entfernt' },
  pages: 'Seiten',
  page: 'Seite {{page}} von {{pages}}',
  previous: 'Vorherige Seite',
  next: 'Nächste Seite',
}
