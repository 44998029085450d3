package files

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what a chooser asks of the window.
type Deps struct {
	Words  func() *locale.Words
	Shell  *shell.Shell
	Start  func() string    // the folder to begin in
	Keep   func(dir string) // the folder that a file was chosen from
	Places []string         // folders that people keep things in
}

// Ask is one question for a file.
type Ask struct {
	Title      string
	Save       bool
	Name       string   // that is proposed for saving
	Note       string   // what is to be known of the file before it is written; "" for nothing
	Extensions []string // such as ".pdf"; none means any
	Done       func(path string)
	// Try takes the place of Done where a file may be refused, or can perhaps not be written: the dialog stays until taken is
	// told, and says what is wrong; with nil it goes.
	Try func(path string, taken func(error))
}

// job is the runner's key for reading folders: the next one takes the place of the one before.
const job = "files"

// listHeight is that of the list of a folder, in units.
const listHeight = 288

// chooser is the dialog on show.
type chooser struct {
	deps   Deps
	ask    Ask
	model  Model
	at     Listing
	path   *kit.Text
	list   *kit.List
	empty  *kit.Text
	name   *kit.TextField
	dialog *shell.Open
	lent   bool // the field of the name has the focus in place of a list without rows
}

// Show asks for a file. Done is called with a whole path once one was chosen, and not at all otherwise.
func Show(deps Deps, ask Ask) {
	home, err := os.UserHomeDir()
	if err != nil {
		home = ""
	}
	c := &chooser{deps: deps, ask: ask, model: Model{Save: ask.Save, Extensions: ask.Extensions, Home: home, Words: deps.Words()}}
	if ask.Save && len(ask.Extensions) == 0 && filepath.Ext(ask.Name) != "" {
		c.model.Extensions = []string{filepath.Ext(ask.Name)}
	}
	c.build()
	c.enter(deps.Start())
}

func (c *chooser) t(key string, args ...any) string { return c.deps.Words().T(key, args...) }

func (c *chooser) build() {
	c.path = kit.NewText("", kit.Strong())
	c.empty = kit.NewText("", kit.Muted())
	c.list = kit.NewList(kit.ListSpec{
		Length: func() int { return len(c.at.Entries) },
		Create: func() fyne.CanvasObject {
			return kit.Line(10, kit.NewIcon("folder", kit.ColorMuted), kit.Grow(kit.NewLine("", kit.Body())), kit.NewLine("", kit.Caption()))
		},
		Update: c.fill, Open: c.click, Key: c.key, Moved: c.moved,
		Label: func(i int) string { return c.at.Entries[i].Name }, Other: c.typed,
	}).WhenEmpty(kit.Pad(10, 8, 0, 8, c.empty))
	c.name = kit.NewTextField(c.t("files.name"), c.t("files.name_hint", "file", c.example()), func(string) {
		if c.dialog != nil { // another name need not wait until the one before was looked at
			c.dialog.SetOff(false)
		}
	})
	c.name.SetText(c.ask.Name)
	c.name.OnKey(c.upFrom)
	up := kit.NewIconButton("chevron-up", kit.Tip{Text: c.t("files.up"), Keys: "Backspace"}, c.up)
	places := kit.NewButton(c.t("files.places"), kit.Plain, nil)
	places.OnTap(func() { kit.ShowMenuUnder(places, c.places()) })
	head := []fyne.CanvasObject{up, kit.Grow(c.path), places}
	if c.ask.Save {
		head = append(head, kit.NewButton(c.t("files.new_folder"), kit.Plain, c.newFolder))
	}
	confirm, first := c.t("files.open"), fyne.Focusable(c.list)
	if c.ask.Save {
		confirm, first = c.t("files.save"), c.name.Focusable()
	}
	parts := []fyne.CanvasObject{kit.Line(8, head...), kit.Over(kit.NewPanel(kit.ColorCard, kit.ColorHairline, 6), kit.Pad(2, 2, 2, 2, kit.Tall(listHeight, c.list))), c.name}
	if c.ask.Note != "" {
		parts = append(parts, kit.NewText(c.ask.Note, kit.Body()))
	}
	c.dialog = c.deps.Shell.Dialogs.Show(shell.Dialog{
		Title: c.ask.Title, Width: 660, Confirm: confirm, Cancel: c.t("window.cancel"), First: first, OK: c.confirm,
		Content: kit.Stack(10, parts...),
	})
	c.name.SelectAll()
}

// example gives a name such as is asked for.
func (c *chooser) example() string {
	if len(c.model.Extensions) == 0 {
		return c.t("files.example") + ".pdf"
	}
	return c.t("files.example") + c.model.Extensions[0]
}

// typed takes letters that no name in the list begins with for the beginning of a path, and lets the rest be typed there.
func (c *chooser) typed(text string) {
	c.name.SetText("")
	c.deps.Shell.Canvas().Focus(c.name.Focusable())
	c.name.Type(text)
}

func (c *chooser) fill(i int, row fyne.CanvasObject) {
	e, parts := c.at.Entries[i], row.(*fyne.Container).Objects
	icon, color := "note", kit.ColorMuted
	if e.Folder {
		icon, color = "folder", kit.ColorAccent
	}
	parts[0].(*kit.Icon).Set(icon, color)
	parts[1].(*fyne.Container).Objects[0].(*kit.Text).SetText(e.Name)
	parts[2].(*kit.Text).SetText(c.model.Caption(e))
}

// enter reads a folder beside the window, and shows it; where it can't be read, it says so in the list's place.
func (c *chooser) enter(dir string) {
	type outcome struct {
		at  Listing
		err error
	}
	shell.Start(c.deps.Shell.Runner, job, c.t("files.reading"), func(context.Context, shell.Report) (outcome, error) {
		at, err := c.model.Read(c.model.Nearest(dir))
		return outcome{at, err}, nil
	}, func(got outcome, err error) {
		if c.dialog.Closed() || err != nil {
			return
		}
		from := c.at.Dir
		c.at = got.at
		c.path.SetText(got.at.Dir)
		kit.Relayout(c.path)
		c.empty.SetText(c.t("files.empty"))
		if got.err != nil {
			c.empty.SetText(c.deps.Words().Error(got.err))
		}
		c.list.Refresh()
		c.list.SetCurrent(c.indexOf(filepath.Base(from)))
		c.lend()
	})
}

// lend gives the focus of a list that has no row, where it would not be seen, to the field of the name, and takes it back once there
// are rows and nothing was typed.
func (c *chooser) lend() {
	canvas, name := c.deps.Shell.Canvas(), c.name.Focusable()
	switch has := canvas.Focused(); {
	case len(c.at.Entries) == 0 && has == fyne.Focusable(c.list):
		canvas.Focus(name)
		c.lent = true
	case len(c.at.Entries) > 0 && c.lent:
		if c.lent = false; has == name && c.name.Text() == "" {
			canvas.Focus(c.list)
		}
	}
}

// upFrom goes up by the key that goes up in the list, where its focus was lent and there is nothing to delete.
func (c *chooser) upFrom(ev *fyne.KeyEvent) bool {
	if !c.lent || ev.Name != fyne.KeyBackspace || c.name.Text() != "" {
		return false
	}
	c.up()
	return true
}

// indexOf gives the line of a name, so that the way up leads to the folder one came from; else the first.
func (c *chooser) indexOf(name string) int {
	for i, e := range c.at.Entries {
		if e.Name == name {
			return i
		}
	}
	return 0
}

func (c *chooser) up() { c.enter(filepath.Dir(c.at.Dir)) }

// click goes into a folder, or takes a file's name; a second click on the same file chooses it.
func (c *chooser) click(i int) {
	e := c.at.Entries[i]
	switch {
	case e.Folder:
		c.enter(filepath.Join(c.at.Dir, e.Name))
	case c.name.Text() == e.Name && !c.ask.Save:
		c.confirm()
	default:
		c.name.SetText(e.Name)
	}
}

// moved takes the name of a file that keys have come to, when it is to be opened.
func (c *chooser) moved(i int) {
	if !c.ask.Save && !c.at.Entries[i].Folder {
		c.name.SetText(c.at.Entries[i].Name)
	}
}

// key opens a file at once by Enter, and goes up by Backspace or Left.
func (c *chooser) key(i int, ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyBackspace, fyne.KeyLeft:
		c.up()
		return true
	case fyne.KeyRight:
		if c.at.Entries[i].Folder {
			c.click(i)
		}
		return true
	case fyne.KeyReturn, fyne.KeyEnter:
		if !c.at.Entries[i].Folder {
			c.name.SetText(c.at.Entries[i].Name)
			c.confirm()
			return true
		}
	}
	return false
}

// places lists folders that people keep things in.
func (c *chooser) places() []kit.MenuEntry {
	var out []kit.MenuEntry
	if c.model.Home != "" {
		out = append(out, kit.MenuEntry{Text: c.t("files.home"), Run: func() { c.enter(c.model.Home) }})
	}
	for _, dir := range c.deps.Places {
		out = append(out, kit.MenuEntry{Text: filepath.Base(dir), Run: func() { c.enter(dir) }})
	}
	out = append(out, kit.MenuEntry{Line: true})
	for dir := filepath.Dir(c.at.Dir); ; dir = filepath.Dir(dir) {
		out = append(out, kit.MenuEntry{Text: dir, Run: func() { c.enter(dir) }})
		if filepath.Dir(dir) == dir {
			return out
		}
	}
}

func (c *chooser) newFolder() {
	name := kit.NewTextField(c.t("files.name"), "", nil)
	c.deps.Shell.Dialogs.Show(shell.Dialog{
		Title: c.t("files.new_folder"), Content: name, Confirm: c.t("files.make"), Cancel: c.t("window.cancel"), Width: 400,
		OK: func() bool {
			path, err := c.model.MakeFolder(c.at.Dir, name.Text())
			if err != nil {
				name.SetError(c.words(err))
				return false
			}
			c.enter(path)
			return true
		},
	})
}

// words gives an error as it stands below its field.
func (c *chooser) words(err error) string {
	var coded *core.Error
	if errors.As(err, &coded) {
		return c.deps.Words().FieldError(coded)
	}
	return c.deps.Words().Error(err)
}

// confirm looks beside the window at what the name means. The dialog closes once that is known.
func (c *chooser) confirm() bool {
	dir, text := c.at.Dir, c.name.Text()
	if entry := c.list.Current(); text == "" && !c.ask.Save && entry < len(c.at.Entries) {
		text = c.at.Entries[entry].Name
	}
	c.dialog.SetOff(true)
	shell.Start(c.deps.Shell.Runner, job, c.t("files.reading"), func(context.Context, shell.Report) (Choice, error) {
		return c.model.Resolve(dir, text)
	}, c.resolved)
	return false
}

func (c *chooser) resolved(got Choice, err error) {
	if c.dialog.Closed() {
		return
	}
	c.dialog.SetOff(false)
	switch {
	case err != nil:
		c.name.SetError(c.words(err))
	case got.Folder:
		c.name.SetText("")
		c.enter(got.Path)
	case c.ask.Save && got.Exists:
		c.askReplace(got.Path)
	default:
		c.choose(got.Path)
	}
}

// askReplace asks before a file is written over: that can't be taken back.
func (c *chooser) askReplace(path string) {
	yes := false
	c.deps.Shell.Dialogs.Show(shell.Dialog{
		Title: c.t("files.replace"), Content: kit.NewText(c.t("files.replace_text", "file", filepath.Base(path)), kit.Body()),
		Confirm: c.t("files.replace_yes"), Cancel: c.t("window.cancel"), Danger: true,
		OK: func() bool { yes = true; return true },
		Closed: func() {
			if yes {
				c.choose(path)
			}
		},
	})
}

func (c *chooser) choose(path string) {
	if c.ask.Try == nil {
		c.close(path)
		c.ask.Done(path)
		return
	}
	c.dialog.SetOff(true)
	c.ask.Try(path, func(err error) {
		switch {
		case c.dialog.Closed() && c.ask.Save && !stopped(err): // who went away is told all the same
			c.deps.Shell.Fail(err)
		case c.dialog.Closed():
		case stopped(err):
			c.dialog.SetOff(false)
		case err != nil:
			c.dialog.SetOff(false)
			c.name.SetError(c.words(err))
			kit.Reveal(c.name)
		default:
			c.close(path)
		}
	})
}

// stopped tells whether an error says that somebody pressed Cancel, who knows.
func stopped(err error) bool {
	return errors.Is(err, context.Canceled) || core.CodeOf(err) == core.CodeCancelled
}

// close takes the dialog away and remembers where the file was.
func (c *chooser) close(path string) {
	c.dialog.Close()
	if c.deps.Keep != nil {
		c.deps.Keep(filepath.Dir(path))
	}
}
