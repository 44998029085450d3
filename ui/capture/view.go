package capture

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what the dialog asks of the window.
type Deps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Planner *planner.Planner
	Save    forms.Saver
	Draft   forms.Draft
	Hidden  func() bool           // others look at the screen
	Offer   func() forms.Offering // whom a choice may list
	Done    func(kind Kind)       // what was chosen when the dialog went, to be offered the next time
	Put     func(target Target)   // whom somebody chose to put to what was kept, to be offered so too; what a page or a name stood for is none
}

// Start is how the dialog opens.
type Start struct {
	Kind   Kind
	Guess  bool // what is typed may choose another kind
	Target Target
}

// form is the dialog.
type form struct {
	deps     Deps
	book     *Book
	entry    Entry
	kinds    *kit.Segments
	text     *kit.TextField
	told     forms.DayTold
	named    *kit.Combo // settles a name that nobody has, or a circle; hidden while there is none
	asked    string     // the name that it was opened for
	whom     []core.ID  // of whom somebody of a circle is asked for; nil for a name that nobody has
	who      *kit.Combo
	byLine   bool            // the field shows who is named in the line
	within   *kit.Select     // chooses between several relationships with one person; hidden where there are none
	more     *fyne.Container // one more for each other such person
	asks     []asked         // what they ask
	withinOf Kind            // for what they ask it
	share    *kit.CheckBox
	fields   *forms.Form
	open     *shell.Open
	start    Start
}

// Show opens the dialog.
func Show(deps Deps, book *Book, start Start) *shell.Open {
	f := &form{deps: deps, book: book, start: start, entry: Entry{Kind: start.Kind, Target: start.Target}, fields: forms.NewForm(deps.Words)}
	t := deps.Words.T
	f.kinds = kit.NewSegments([]string{t("capture.question"), t("capture.action"), t("capture.note")}, int(start.Kind), func(i int) { f.choose(Kind(i)) })
	f.text = forms.Put(f.fields, kit.NewTextField("", "", f.typed), "text", "title", "owner")
	f.text.OnShortcut(f.shortcut)
	f.who = forms.Put(f.fields, kit.NewCombo(t("capture.who"), deps.Offer().Hint(deps.Words, "capture.who_hint"), f.find, f.chosen), "about", "relationship", "about.id", "about.kind")
	if !start.Target.IsZero() {
		f.who.SetValue(f.item(start.Target))
	}
	f.named = kit.NewCombo(t("capture.named"), t("capture.named_hint"), f.findNamed, f.settle)
	f.named.Hide()
	f.within = forms.Put(f.fields, kit.NewSelect(deps.Words.Label("relationship"), nil, -1, f.chooseFirst), "relationships")
	f.within.Hide()
	f.more = kit.Stack(10)
	f.more.Hide()
	f.share = kit.NewCheckBox(t("capture.share"), false, func(on bool) {
		f.entry.Shared = on
		f.show()
	})
	f.fields.New()
	f.fields.Keep("kind", f.kinds)
	f.fields.Keep("share", f.share)
	f.open = forms.Show(deps.Dialogs, f.fields, deps.Draft, shell.Dialog{
		Title: t("capture.title"), Content: kit.Stack(10, f.kinds, f.text, f.named, f.who, f.within, f.more, f.share, f.fields.Rest(), kit.NewText(t("capture.help"), kit.Caption())),
		Closed:  func() { deps.Done(f.entry.Kind) },
		Confirm: t("capture.save"), Cancel: t("window.cancel"), First: f.text.Focusable(), Width: 540, OK: f.save,
	})
	f.show()
	return f.open
}

// choose takes a kind that was asked for: what is typed does not change it any more.
func (f *form) choose(k Kind) {
	f.start.Guess, f.start.Kind = false, k
	f.setKind(k)
}

func (f *form) setKind(k Kind) {
	f.entry.Kind = k
	f.kinds.SetCurrent(int(k))
	f.show()
}

// typed reads a sign at the beginning, and what the line most likely is.
func (f *form) typed(text string) {
	if kind, rest, ok := ReadKind(text); ok {
		f.choose(kind)
		f.text.SetText(rest)
		return
	}
	f.entry.Text = text
	f.told.Follow(text)
	f.entry.NoDay = f.told.Day()
	if f.start.Guess {
		kind, ok := f.book.Guess(text)
		if !ok {
			kind = f.start.Kind
		}
		f.entry.Kind = kind
		f.kinds.SetCurrent(int(kind))
	}
	f.show()
}

// show says how the line reads, and offers what belongs to its kind.
func (f *form) show() {
	t := f.deps.Words.T
	f.text.SetPlaceholder(t([]string{"capture.question_hint", "capture.action_hint", "capture.note_hint"}[f.entry.Kind], "name", f.book.Example(f.entry.Target, !f.deps.Hidden())))
	f.who.SetLabel(t([]string{"capture.who", "capture.who", "capture.about"}[f.entry.Kind]))
	made := f.book.Read(f.entry)
	f.showTo(made.To)
	f.showWithin(made.Asks)
	veiled := f.deps.Hidden() && made.private()
	f.text.Veil(veiled)
	if veiled {
		f.text.SetHint(t("capture.veiled"))
	} else {
		f.text.SetHint(made.Hint)
	}
	if f.asked != "" && made.asks() != f.asked {
		f.unask()
	}
	hidden := f.entry.Kind != Note || !f.book.CanShare(made.To)
	if f.share.Hidden != hidden {
		f.share.Hidden = hidden
		if hidden {
			f.share.SetOn(false)
			f.entry.Shared = false
		}
		kit.Relayout(f.text)
	}
}

// showTo shows whom it is put to: who is named in the line while somebody is, else who was chosen.
func (f *form) showTo(to Target) {
	switch named := to.Ref != f.entry.Target.Ref; {
	case named:
		f.who.SetValue(f.item(to))
		f.who.SetError("")
		f.who.SetHint(f.deps.Words.T("capture.who_named"))
	case f.byLine:
		f.who.SetValue(f.item(f.entry.Target))
		f.who.SetHint("")
	default:
		return
	}
	f.byLine = to.Ref != f.entry.Target.Ref
	kit.Relayout(f.text)
}

func (f *form) item(t Target) kit.ComboItem {
	if t.IsZero() {
		return kit.ComboItem{}
	}
	return kit.ComboItem{Key: string(t.Ref.Kind) + "/" + t.Ref.ID.String(), Text: t.Said(), Caption: t.Caption}
}

// mostFound is of how many who are called as typed the first are offered.
const mostFound = 1000

func (f *form) find(typed string) []kit.ComboItem {
	var out []kit.ComboItem
	offer := f.deps.Offer()
	for _, t := range f.book.Find(typed, mostFound) {
		if len(out) < 20 && offer.Names(typed, f.book.Whom(t)...) {
			out = append(out, f.item(t))
		}
	}
	return out
}

func (f *form) chosen(item kit.ComboItem) {
	f.entry.Target = Target{}
	for _, t := range f.book.Find(item.Text, 50) {
		if f.item(t).Key == item.Key {
			f.entry.Target = t
		}
	}
	f.show()
}

// shortcut chooses the kind by Alt with 1, 2 or 3.
func (f *form) shortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierAlt || c.KeyName < fyne.Key1 || c.KeyName > fyne.Key3 {
		return false
	}
	f.choose(Kind(c.KeyName[0] - '1'))
	return true
}

// save keeps the record; what is wrong stands below its field.
func (f *form) save() bool {
	if core.CleanLine(f.entry.Text) == "" {
		return f.fields.Show(core.FailField(core.CodeRequired, "text"))
	}
	made, p := f.book.Read(f.entry), f.deps.Planner
	if _, ok := f.who.Value(); !ok || f.entry.Kind == Note && made.To.IsZero() {
		f.text.SetHint("") // it is not to go to nobody either
		return f.fields.Show(core.FailField(core.CodeRequired, "about"))
	}
	if made.Day != nil {
		f.settleDay(made)
		return false
	}
	if made.Wrong != nil {
		f.fields.Show(made.Wrong)
		if made.asks() != "" && core.CodeOf(made.Wrong) == core.CodeNobody {
			f.ask(made)
		}
		return false
	}
	if !f.answered() {
		return false
	}
	s := forms.Saving{Open: f.open, Form: f.fields, Then: func() {
		if f.entry.Target.Ref != f.start.Target.Ref {
			f.deps.Put(f.entry.Target)
		}
	}}
	switch {
	case made.Fresh != "":
		s.Title, s.Do = planner.TitleActionAdded, func(ctx context.Context) error {
			_, err := p.Actions.AddOf(ctx, core.Person{Name: made.Fresh}, *made.Action)
			return err
		}
	case len(made.Each) > 0:
		s.Title, s.Do = planner.AddTitle(len(made.Each)), func(ctx context.Context) error { return p.Actions.AddEach(ctx, made.Each) }
	case made.Action != nil:
		s.Title, s.Do = planner.TitleActionAdded, func(ctx context.Context) error {
			_, err := p.Actions.Add(ctx, *made.Action)
			return err
		}
	case made.Note != nil:
		s.Title, s.Do = planner.TitleNoteWritten, func(ctx context.Context) error {
			_, err := p.Notes.Append(ctx, made.Note.About, made.Note.Text, made.Note.Readers)
			return err
		}
	default:
		s.Title, s.Do = planner.TitleQuestionAsked, func(ctx context.Context) error {
			_, err := p.Questions.Ask(ctx, *made.Question)
			return err
		}
	}
	f.deps.Save(s)
	return false // the dialog closes when it is kept
}
