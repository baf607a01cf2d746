import type { Translations } from '../en/index.ts'

type ImportExport = Pick<Translations['answerbook'], 'exporting' | 'folders' | 'importing' | 'upload'>

/** German texts of the pages that import and export. */
export const importExport: ImportExport = {
  importing: {
    group: 'Dateien',
    title: 'Importieren',
    description:
      'Liest Markdown-Dateien in das CMS ein. Prüfen Sie zuerst: Die Prüfung zeigt, was geschehen würde, und ändert nichts.',
    source: 'Wo die Dateien liegen',
    from: { folder: 'In einem Ordner auf dem Server', upload: 'Auf diesem Computer' },
    options: 'Optionen',
    conflicts: 'Wenn Datei und CMS dasselbe Feld geändert haben',
    conflictsTake: {
      ask: 'Wert des CMS behalten, bis ich entscheide',
      file: 'Wert der Datei übernehmen',
      cms: 'Wert des CMS behalten',
    },
    deleteMissing: 'Dokumente in den Papierkorb legen, deren Datei fehlt',
    maxDelete: 'Höchstens, in Prozent aller Dokumente',
    maxDeleteHint: 'Wären es mehr, wird keines gelöscht. Leer: 20 %.',
    full: 'Jede Datei lesen, auch wenn Größe und Zeit unverändert sind',
    check: 'Prüfen',
    checkHint: 'Dabei wird nichts geändert.',
    starting: 'Wird gestartet…',
    notStarted: 'Nicht gestartet: Der Server hat nicht geantwortet. Versuchen Sie es erneut.',
    busy: 'Nicht gestartet: Ein anderer Import oder Export läuft. Starten Sie erneut, wenn er beendet ist.',
    checked: 'Was dieser Import tun würde',
    notChecked: 'Die Prüfung wurde nicht beendet',
    checkEnded: 'Sie wurde abgebrochen oder unterbrochen. Nichts wurde geändert. Prüfen Sie erneut.',
    nothingWritten: 'Noch wurde nichts geändert.',
    import: 'Jetzt importieren',
    perFile: 'Was mit jeder Datei geschehen würde',
    noChange: 'Alle Dateien sind unverändert.',
    running: { import: 'Ein Import läuft.', export: 'Ein Export läuft.' },
    runningBy: {
      import: 'Ein Import läuft, gestartet von {{who}}.',
      export: 'Ein Export läuft, gestartet von {{who}}.',
    },
    see: 'Fortschritt ansehen',
    history: 'Verlauf der Importe und Exporte',
  },
  folders: {
    folder: 'Ordner',
    below: 'Unterordner (optional)',
    none: 'Auf dem Server ist kein Ordner freigegeben. Nennen Sie die erlaubten Ordner in der Option roots von answerbookPlugin().',
  },
  upload: {
    drop: 'Ziehen Sie eine Zip-Datei oder Markdown-Dateien hierher, oder wählen Sie sie aus. Senden Sie große Ordner als Zip-Datei.',
    chooseFiles: 'Dateien auswählen',
    chooseFolder: 'Ordner auswählen',
    files: 'Dateien',
    count_one: '1 Datei',
    count_other: '{{number}} Dateien',
    sending: 'Wird gesendet, {{percent}} %',
    unpacking: 'Gesendet. Der Server entpackt…',
    stop: 'Anhalten',
    other: 'Andere auswählen',
    folder: 'Ordner dieser Dateien im Inhaltsordner',
    folderHint:
      'Zum Beispiel learn/biology. Der Pfad einer Datei entscheidet, zu welchem Dokument sie gehört.',
    send_one: '1 Datei senden',
    send_other: '{{number}} Dateien senden',
    unusable: 'Keine davon ist eine Zip- oder Markdown-Datei (.md). Wählen Sie andere aus.',
    failed: 'Nicht gesendet: Der Server hat nicht geantwortet. Versuchen Sie es erneut.',
  },
  exporting: {
    title: 'Exportieren',
    description:
      'Schreibt den Stand des CMS in Markdown-Dateien. Dateien, die niemand bearbeitet hat, bleiben Byte für Byte gleich.',
    target: 'Wohin',
    to: { folder: 'In einen Ordner auf dem Server', download: 'Als Zip-Datei zum Herunterladen' },
    drafts: 'Auch unveröffentlichte Änderungen schreiben',
    overwrite: 'Dateien überschreiben, die jemand seit dem letzten Import geändert hat',
    commit: 'Änderungen mit git committen',
    message: 'Commit-Nachricht',
    messageHint: 'Nur möglich, wenn der Arbeitsbereich keine anderen Änderungen enthält.',
    export: 'Jetzt exportieren',
    hint: 'Sie können die Seite verlassen; der Export läuft weiter.',
  },
}
