package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"mentorbook/core/locale"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Opening fills a window with the frame of a workspace whose file is being read: something is to be seen at once.
// The frame is to be closed when the window itself takes its place.
func Opening(w fyne.Window, words *locale.Words, path string, dispatch shell.Dispatch, after kit.After) *shell.Shell {
	s := shell.New(w, shell.Config{
		Brand: words.T("app.name"), Words: words.T, Open: func(shell.Route) shell.Page { return nil }, ErrorIn: words.Error,
		Dispatch: dispatch, After: after,
	})
	s.SetStatus(shell.Status{Workspace: filepath.Base(path), Saved: words.T("window.opening")})
	return s
}
