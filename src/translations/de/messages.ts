import type { Translations } from '../en/index.ts'

/** German messages of the server to editors. */
export const messages: Translations['answerbook']['messages'] = {
  leftUnsaved:
    'Ihre letzten Änderungen wurden nicht gespeichert. Öffnen Sie das Dokument erneut, um es zu prüfen.',
  // Without a colon: Payload's forms read what follows one as a list of fields (payload#15894).
  staleSave:
    'Nicht gespeichert. Dieses Dokument wurde geändert, nachdem Sie es geöffnet haben, von jemand anderem oder von Ihnen in einem anderen Tab. Ihr Text ist noch da. Kopieren Sie ihn, laden Sie die Seite neu und fügen Sie ihn wieder ein.',
  draftsOnly:
    'Sie dürfen nur Entwürfe speichern: Geben Sie draft=true an, und bitten Sie die Redaktion um die Veröffentlichung.',
  slugMissing: 'Aus diesem Text lässt sich kein Slug bilden: Geben Sie einen ein.',
  slugInvalid:
    'Verwenden Sie bis zu {{max}} Buchstaben, Ziffern und Bindestriche: keine Leerzeichen, Schrägstriche oder andere Zeichen, die in URLs eine Bedeutung haben.',
  slugOfDevice: 'Windows erlaubt keine Datei mit dem Namen „{{name}}“: Wählen Sie einen anderen Slug.',
  urlTaken: 'Ein anderes Dokument hat die URL {{url}} bereits. Wählen Sie einen anderen Slug.',
  urlTakenInTrash: 'Ein Dokument im Papierkorb hat die URL {{url}} bereits. Wählen Sie einen anderen Slug.',
  redirectFrom:
    'Beginnen Sie mit einem einzelnen Schrägstrich; ?, # und umgekehrte Schrägstriche sind nicht erlaubt.',
  redirectFromServed: 'Dieser Pfad gehört zum CMS; dort wird nicht weitergeleitet.',
  redirectTo:
    'Verwenden Sie einen Pfad, der mit einem einzelnen Schrägstrich beginnt, oder eine https-Adresse.',
  redirectLoop:
    'Diese Weiterleitung würde zu sich selbst zurückführen: {{path}}. Wählen Sie ein anderes Ziel.',
  usedBy_one:
    '1 Dokument verwendet es noch (Entwürfe und Papierkorb eingeschlossen). Verschieben oder löschen Sie zuerst dieses Dokument.',
  usedBy_other:
    '{{number}} Dokumente verwenden es noch (Entwürfe und Papierkorb eingeschlossen). Verschieben oder löschen Sie zuerst diese Dokumente.',
  pictureUsed_one: '1 Dokument zeigt dieses Bild (Entwürfe und Papierkorb eingeschlossen). {{remedy}}',
  pictureUsed_other:
    '{{number}} Dokumente zeigen dieses Bild (Entwürfe und Papierkorb eingeschlossen). {{remedy}}',
  pictureRemove: 'Entfernen Sie es zuerst aus dem Text.',
  pictureSizes:
    'Der Text verwendet eine verkleinerte Fassung, die die neue Datei nicht hätte. Verweisen Sie zuerst auf das Originalbild.',
  pictureType:
    'Ersetzen Sie es durch eine Datei desselben Typs, {{type}}, oder laden Sie ein anderes Bild hoch.',
  pictureOne: 'Ersetzen Sie Bilder nur einzeln.',
  signIn: 'Melden Sie sich zuerst an.',
  runForbidden: 'Sie dürfen nicht importieren oder exportieren.',
  filesForbidden: 'Sie dürfen Dokumente nicht als Dateien sehen.',
  restoreForbidden: 'Sie dürfen Dokumente nicht aus ihren Dateien wiederherstellen.',
  idMissing: 'Die URL muss die ID eines Dokuments enthalten.',
  noFiles: 'Die Dokumente dieser Sammlung haben keine Dateien.',
  notFound: 'Dokument nicht gefunden oder nicht zugänglich.',
  inTrash: 'Im Papierkorb: wird nicht exportiert.',
  notTranslated: 'Dieses Dokument ist nicht in diese Sprache übersetzt und hat darum keine Datei in ihr.',
  notPublished:
    'Nicht veröffentlicht: wird nicht exportiert. Veröffentlichen Sie es, um seine Datei zu erstellen.',
  notImported:
    'Dieses Dokument wurde nicht importiert; es gibt keine Datei, die wiederhergestellt werden könnte.',
  importUnreadable: 'Die importierte Datei lässt sich nicht mehr lesen: {{reason}}',
  nothingToRestore: 'Nichts wiederherzustellen: bereits identisch mit der Datei.',
  restoredAsDraft: 'Als Entwurf wiederhergestellt. Prüfen Sie ihn, und veröffentlichen Sie ihn dann.',
  fileTooLarge:
    'Die Datei dieses Dokuments hätte {{bytes}} Byte; erlaubt sind {{max}}. Kürzen Sie den Text, oder teilen Sie ihn auf zwei Dokumente auf.',
  fileUnreadable:
    'Die Datei dieses Dokuments könnte nicht wieder eingelesen werden: {{reason}} Kürzen Sie den Text, oder teilen Sie ihn auf zwei Dokumente auf.',
}
