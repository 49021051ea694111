package gui

import (
	"path/filepath"

	"infoklass/gui/files"
)

// listExtensions are the kinds of lists that an import takes.
var listExtensions = []string{".xlsx", ".xlsm", ".xltx", ".xls", ".ods", ".docx", ".csv", ".txt", ".tsv"}

// purposeCopy is the purpose of a copy on this computer of a register elsewhere.
const purposeCopy = "copy"

// askOpen lets the user choose a file. Purpose names the folder remembered.
func (w asking) askOpen(purpose, titleKey string, extensions []string, chosen func(path string)) {
	w.ask(files.Ask{Title: w.p.T(titleKey), Extensions: extensions}, purpose, chosen)
}

// askSave lets the user choose where a file goes.
func (w asking) askSave(purpose, titleKey, name string, extensions []string, chosen func(path string)) {
	w.ask(files.Ask{
		Title: w.p.T(titleKey), Extensions: extensions, Save: true, Name: name, Keep: extensions[0] == Extension,
	}, purpose, chosen)
}

func (w asking) ask(a files.Ask, purpose string, chosen func(path string)) {
	folder := w.out.Documents
	if purpose == purposeCopy {
		folder = w.out.Local
	}
	a.Folder = w.memory.StringWithFallback("folder."+purpose, folder)
	a.Chosen = func(path string) {
		w.memory.SetString("folder."+purpose, filepath.Dir(path))
		chosen(path)
	}
	if w.out.AskFile != nil {
		w.askSystem(a)
		return
	}
	a.Text, a.Jobs, a.Canvas, a.List, a.Places = w.p, w.runner, w.win.Canvas(), w.out.ListFolder, w.out.Places
	files.Show(a)
}
