package program

import (
	"encoding/json"

	"fyne.io/fyne/v2/lang"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// setWords changes the language of everything, the toolkit's own words too: those of the menu that a field opens.
func (p *Program) setWords(w *locale.Words) {
	p.words = w
	if err := speakToolkit(w); err != nil {
		p.cfg.Log(err)
	}
}

// speakToolkit gives the toolkit its words in our language, in the place of those for the system's.
func speakToolkit(w *locale.Words) error {
	raw, err := json.Marshal(map[string]string{
		"Cut": w.T("toolkit.cut"), "Copy": w.T("toolkit.copy"), "Paste": w.T("toolkit.paste"), "Select all": w.T("toolkit.all"),
		"Undo": w.T("toolkit.undo"), "Redo": w.T("toolkit.redo"),
	})
	if err == nil {
		err = lang.AddTranslationsForLocale(raw, lang.SystemLocale())
	}
	return core.Wrap(core.CodeInternal, err)
}
