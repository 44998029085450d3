package welcome

import (
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core/locale"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// ProblemDeps is what the screen about a file that can't be opened asks of the window.
type ProblemDeps struct {
	Words   func() *locale.Words
	Now     func() time.Time
	Restore func(backup, path string)
	Again   func(path string)
	Browse  func()
	Fresh   func() // to the welcome screen
	Quit    func()
	Former  string // path of the workspace that was open before
	Back    func() // leads back to it; nil where there is none
}

// ProblemPage says what is wrong with a file, and offers every way on.
type ProblemPage struct {
	shell.ScrollPage

	problem *Problem
	deps    ProblemDeps
	first   *kit.Button // what helps most
}

var _ shell.Page = (*ProblemPage)(nil)

// NewProblem makes the screen.
func NewProblem(problem *Problem, deps ProblemDeps) *ProblemPage {
	p := &ProblemPage{ScrollPage: shell.NewScrollPage(kit.Stack(0)), problem: problem, deps: deps}
	p.Refresh()
	return p
}

// Header implements shell.Page.
func (p *ProblemPage) Header() shell.Header { return shell.Header{} }

// First gives the button that helps most.
func (p *ProblemPage) First() fyne.Focusable { return p.first }

// Refresh shows it in the language of the moment.
func (p *ProblemPage) Refresh() {
	w := p.deps.Words()
	told := p.problem.Tell(p.deps.Now(), w)
	var ways []fyne.CanvasObject
	add := func(text string, do func()) {
		kind := kit.Plain
		if len(ways) == 0 {
			kind = kit.Primary
		}
		b := kit.NewButton(text, kind, do)
		if len(ways) == 0 {
			p.first = b
		}
		ways = append(ways, b)
	}
	if told.Restore != "" {
		add(told.Restore, func() { p.deps.Restore(p.problem.Backup, p.problem.Path) })
	}
	if told.Again {
		add(w.T("problem.again"), func() { p.deps.Again(p.problem.Path) })
	}
	if p.deps.Back != nil && p.deps.Former != p.problem.Path {
		add(w.T("welcome.back", "name", NameOf(p.deps.Former)), p.deps.Back)
	}
	add(w.T("welcome.browse"), p.deps.Browse)
	add(w.T("problem.fresh"), p.deps.Fresh)
	ways = append(ways, kit.NewButton(w.T("file.quit"), kit.Plain, p.deps.Quit))
	p.SetContent(kit.Middle(720, kit.Pad(60, 0, 0, 0, kit.Stack(0, kit.NewCard(told.Title, "", kit.Stack(14,
		kit.NewText(told.Text, kit.Strong()), kit.NewText(told.Advice, kit.Body()),
		kit.NewText(p.problem.Path, kit.Caption()), kit.Flow(8, 8, ways...),
	))))))
}
