package meeting

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
)

// notesView is the middle of the page: what both sides read, and what nobody but the owner does.
type notesView struct {
	page    *Page
	shared  *noteView
	private *noteView
	others  *fyne.Container
}

// noteView is the card of one note.
type noteView struct {
	page    *Page
	of      string // its field
	note    func() *Note
	card    *kit.Card
	chip    *kit.Chip
	field   *kit.NoteField
	asks    *kit.ChipGroup // who reads it, where that is to be chosen; nil where it goes without saying
	offered []*core.Person // the people of its chips, in their order
	failed  *kit.Text

	writing bool // a text is on its way to the workspace
	again   bool // and another one was finished meanwhile
}

func newNotesView(p *Page) *notesView {
	v := &notesView{page: p, others: kit.Stack(14)}
	v.shared = newNoteView(p, planner.FieldShared, func() *Note { return &p.model.Shared })
	v.private = newNoteView(p, planner.FieldPrivate, func() *Note { return &p.model.Private })
	v.shared.chip = kit.NewChip("", kit.Info)
	v.shared.chooseReaders()
	v.shared.card = kit.NewCardWith(p.t("meeting.shared_notes"), v.shared.chip, v.shared.content())
	v.private.card = kit.NewPrivateBox(p.t("meeting.private_notes"), p.t("meeting.private_mark"), v.private.content())
	return v
}

func newNoteView(p *Page, field string, note func() *Note) *noteView {
	v := &noteView{page: p, of: field, note: note, failed: kit.NewText("", kit.CaptionIn(kit.ColorDanger))}
	v.failed.Hide()
	v.field = kit.NewNoteField("", kit.NoteSpec{
		Empty: p.t(emptyNote(field, p.model)), Hint: p.t(noteHint(field)), Focused: v.focused, Finish: p.t("button.done"), More: p.t("button.more"),
		Changed: func() { p.draft(field).follow(v.field.Text) }, Done: v.done,
	})
	return v
}

// focused lights the private notes up while the focus is in them: Tab leads there from the shared ones.
func (v *noteView) focused(on bool) {
	if v.of == planner.FieldPrivate {
		v.card.Light(on)
	}
}

func (v *noteView) content() fyne.CanvasObject {
	parts := []fyne.CanvasObject{v.field, v.failed}
	if v.asks != nil {
		parts = append(parts, kit.NewLine(v.page.t("meeting.who_reads"), kit.Caption()), v.asks)
	}
	return kit.StackGrow(6, 0, parts...)
}

// chooseReaders offers the participants of a circle: there nothing is shared with all by default.
func (v *noteView) chooseReaders() {
	people := v.page.model.MayRead(v.note().Readers)
	if len(people) < 2 && len(v.page.model.Participants()) < 3 {
		return
	}
	v.offered = people
	names, on := chipNames(people, v.page.model.room, v.page.deps.Words()), make([]bool, len(people))
	for i, p := range people {
		on[i] = v.note().Readers.MayRead(p.ID)
	}
	v.asks = kit.NewChipSet(names, on, func(int, bool) { v.readersChanged() }).Writes()
}

// choose marks those who were chosen to read a note before it is written. Where it is, it has its readers.
func (v *noteView) choose(readers []core.ID) {
	if v.asks == nil || !v.note().ID.IsZero() {
		return
	}
	for i, p := range v.offered {
		v.asks.SetOn(i, slices.Contains(readers, p.ID))
	}
	v.showReaders()
}

// keepChoice keeps who is chosen to read a note that is not written yet, as its words are while they are typed.
func (v *noteView) keepChoice() {
	var chosen []string
	for _, id := range v.readers().Readers {
		chosen = append(chosen, id.String())
	}
	v.page.draft(planner.FieldReaders).set(strings.Join(chosen, " "))
}

// readers gives who reads the note.
func (v *noteView) readers() core.Visibility {
	if v.of == planner.FieldPrivate {
		return core.Visibility{}
	}
	if v.asks == nil {
		return v.note().Readers
	}
	out := core.Visibility{}
	for i, p := range v.offered {
		if v.asks.On(i) {
			out.Readers = append(out.Readers, p.ID)
		}
	}
	if len(out.Readers) > 0 {
		out.Readers = append([]core.ID{v.page.model.Participants()[0].ID}, out.Readers...)
	}
	return out
}

// showReaders says who reads the note, or that it is still to be chosen.
func (v *noteView) showReaders() {
	if v.chip == nil {
		return
	}
	was := v.chip.Text()
	if readers := v.readers(); readers.Private() {
		v.chip.Set(v.page.t("meeting.readers_open"), kit.Warn)
	} else {
		v.chip.Set(readMark(readers, v.page.model.room, v.page.deps.Words()), kit.Info)
	}
	if v.chip.Text() != was { // the head of its card gives it the room
		v.card.Refresh()
		kit.Relayout(v.card)
	}
}

// readersChanged keeps a note that is written already for those who may read it now.
func (v *noteView) readersChanged() {
	v.say("")
	n := *v.note()
	readers := v.readers()
	v.showReaders()
	if n.ID.IsZero() {
		v.keepChoice()
	}
	if n.ID.IsZero() || v.field.Editing() || readers.Private() {
		return
	}
	v.keep(core.Note{Head: core.Head{ID: n.ID}, About: v.about(), Text: n.Text, Readers: readers})
}

func (v *noteView) about() core.Ref { return core.Ref{Kind: core.KindMeeting, ID: v.page.id} }

// say tells below the field why the text is not kept, and the window that it is not; "" for nothing.
func (v *noteView) say(text string) {
	unsaved := ""
	if text != "" {
		unsaved = v.page.t("meeting." + v.of + "_notes")
	}
	v.page.deps.Unsaved(v.of, unsaved)
	v.failed.SetText(text)
	v.failed.Hidden = text == ""
	v.card.Refresh()
	kit.Relayout(v.card)
}

// done keeps what was typed.
func (v *noteView) done(text string) {
	if v.again = v.writing; v.again {
		return
	}
	note, ok := v.finished(text)
	switch {
	case !ok:
		return
	case note == nil:
		v.say("")
		v.page.draft(v.of).drop()
	default:
		v.keep(*note)
	}
}

// finished gives the note that a typed text makes; nil where it says what is kept already, false where it can't
// be kept yet.
func (v *noteView) finished(text string) (*core.Note, bool) {
	n := v.note()
	text = core.CleanText(text)
	if text == n.Text || core.CleanLine(text) == "" && n.ID.IsZero() {
		return nil, true
	}
	readers := v.readers()
	if v.of == planner.FieldShared && readers.Private() && core.CleanLine(text) != "" {
		v.say(v.page.t("meeting.choose_readers"))
		v.field.Edit(text, true)
		return nil, false
	}
	return &core.Note{Head: core.Head{ID: n.ID}, About: v.about(), Text: text, Readers: readers}, true
}

func (v *noteView) keep(note core.Note) {
	p := v.page
	p.draft(v.of).flush()
	v.writing = true
	var kept *core.Note
	p.deps.Write(note.Text, p.draft(v.of).saved(func(ctx context.Context) (err error) {
		kept, err = p.deps.Planner.Notes.Write(ctx, note)
		return err
	}), func(err error) {
		v.writing = false
		if err != nil { // the draft still has it, and nothing shall look as if it were kept
			v.say(p.t("meeting.not_saved", "reason", p.deps.Words().Error(err)))
			if !v.field.Editing() {
				v.field.Edit(note.Text, false)
			}
			return
		}
		v.say("")
		if v.asks != nil {
			p.draft(planner.FieldReaders).drop()
		}
		n := v.note()
		if n.ID, n.Text = kept.ID, kept.Text; core.CleanLine(kept.Text) == "" {
			n.ID, n.Text = core.ID{}, ""
		}
		if v.again && !v.field.Editing() {
			v.done(v.field.Text())
			return
		}
		if !v.field.Editing() {
			p.draft(v.of).drop()
		}
	})
}

// write begins typing.
func (v *noteView) write() {
	if v.note().Hidden {
		return
	}
	if !v.field.Editing() {
		v.field.Edit(v.field.Text(), true)
		return
	}
	kit.FocusIn(v.field)
}

func (v *noteView) restore() {
	n := v.note()
	v.field.SetText(n.Text)
	if n.Draft != "" && n.Draft != n.Text && !v.field.Editing() {
		v.field.Edit(n.Draft, false)
	}
}

func (v *notesView) show() {
	for _, n := range []*noteView{v.shared, v.private} {
		note := n.note()
		n.field.SetText(note.Text)
		n.showReaders()
		n.card.Hidden = note.Hidden
	}
	v.others.Objects = nil
	for _, n := range v.page.model.Others {
		if n.Hidden {
			continue
		}
		content := kit.Stack(4, kit.NewNote(n.Text, v.page.t("button.more")))
		if n.Whole != n.Mark {
			content.Add(kit.NewText(n.Whole, kit.Caption()))
		}
		v.others.Add(kit.NewCardWith(n.Title, kit.NewChip(n.Mark, kit.Info), content))
	}
	v.others.Hidden = len(v.others.Objects) == 0
}

// noteHint gives what stands below a note that is being typed: of the private one, who reads it.
func noteHint(field string) string {
	if field == planner.FieldPrivate {
		return "meeting.private_hint"
	}
	return "meeting.note_hint"
}

// emptyNote gives what stands in an empty note: of a group more than two are to remember it.
func emptyNote(field string, m *Model) string {
	if field == "shared" && len(m.Participants()) > 2 {
		return "meeting.empty_shared_all"
	}
	return "meeting.empty_" + field
}
