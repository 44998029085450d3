package forms

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
)

// Hand is what becomes of a line that was typed.
type Hand struct {
	// Keep begins to keep a line and tells done what is wrong with it, once it is kept or was not. It gives false where the
	// line is not to be kept as it stands, having said why at the field.
	Keep func(text string, done func(err error)) bool
	// Draft is told what is typed and not kept yet whenever that is another text; nil for nobody.
	Draft func(text string)
	// Empty is told of an Enter in the empty field, but for the second one of a line that was just handed over; nil for nobody.
	Empty func()
}

// Handing is a field into which one line after another is typed. Enter hands the line over, and the field is empty at once:
// a second Enter has nothing to keep a second time, and what is typed while a line is still being kept is the next one. A
// line that could not be kept comes back to the field, or waits below it while another one is typed there.
type Handing struct {
	field   *kit.TextField
	words   *locale.Words
	hand    Hand
	back    []string // lines that could not be kept, while something else is typed
	handed  bool     // the last Enter handed a line over
	waiting *fyne.Container
	all     *fyne.Container
}

// HandOver makes a field hand each line over. What is to be shown is Object.
func HandOver(w *locale.Words, field *kit.TextField, hand Hand) *Handing {
	h := &Handing{field: field, words: w, hand: hand, waiting: kit.Stack(4)}
	h.waiting.Hide()
	h.all = kit.Stack(4, field, h.waiting)
	field.OnSubmit(func(string) { h.Enter() })
	field.Passing()
	return h
}

// Shown is to be told that what stands around the field is shown anew: something else was done, and an empty field has nothing
// wrong with it any more.
func (h *Handing) Shown() { h.field.Lapse() }

// Object gives the field, with the lines below it that wait to come back.
func (h *Handing) Object() fyne.CanvasObject { return h.all }

// Enter hands over what stands in the field, and tells whether anything was. An empty field has nothing to hand over.
func (h *Handing) Enter() bool {
	text, again := h.field.Text(), h.handed
	h.handed = false
	if core.CleanLine(text) == "" {
		if !again && h.hand.Empty != nil {
			h.hand.Empty()
		}
		return false
	}
	if !h.hand.Keep(text, func(err error) {
		if err != nil {
			h.comesBack(text, h.words.Error(err))
		}
	}) {
		return false
	}
	h.field.SetText("")
	h.handed = true
	return true
}

// Type gives the field the focus and types into it what was typed beside it; nothing while the field is not on show.
func (h *Handing) Type(text string) {
	if c := kit.CanvasOf(h.field); c != nil && !h.field.Disabled() && slices.Contains(kit.Focusables(c.Content()), h.field.Focusable()) {
		kit.FocusOn(c, h.field.Focusable())
		h.field.Type(text)
	}
}

// Typed is to be told of each new text of the field.
func (h *Handing) Typed() {
	if h.hand.Draft != nil {
		h.hand.Draft(strings.Join(h.unkept(), "\n"))
	}
}

// unkept gives the lines that are not kept: those that wait, and what stands in the field.
func (h *Handing) unkept() []string { return append(slices.Clone(h.back), h.field.Text()) }

// Holds tells whether a line is not kept yet, and then says why that matters at the field, which gets the focus.
func (h *Handing) Holds(why string) bool {
	if !slices.ContainsFunc(h.unkept(), func(line string) bool { return core.CleanLine(line) != "" }) {
		return false
	}
	h.field.SetError(why)
	if c := kit.CanvasOf(h.field); c != nil {
		kit.FocusOn(c, h.field.Focusable())
	}
	return true
}

// Restore puts back what a draft holds.
func (h *Handing) Restore(draft string) {
	lines := strings.Split(draft, "\n")
	h.back = slices.DeleteFunc(lines[:len(lines)-1:len(lines)-1], func(line string) bool { return line == "" })
	h.field.SetText(lines[len(lines)-1])
	h.show("")
}

// comesBack puts a line that could not be kept where it was typed.
func (h *Handing) comesBack(text, why string) {
	if h.field.Text() == "" {
		h.field.PutBack(text)
		h.field.SetError(why)
		return
	}
	h.back = append(h.back, text)
	h.show(why)
	h.Typed()
}

// show lists the lines that wait, each with a button that puts it into the field; what is typed there waits instead.
func (h *Handing) show(why string) {
	h.waiting.Objects = nil
	for i, text := range h.back {
		line := h.words.T("forms.unkept", "text", text)
		if why != "" {
			line = h.words.T("forms.unkept_why", "text", text, "why", why)
		}
		h.waiting.Add(kit.Stack(4, kit.NewNotice(kit.Warn, line),
			kit.Line(0, kit.NewButton(h.words.T("forms.bring_back"), kit.Plain, func() { h.swap(i) }), kit.Spring())))
	}
	h.waiting.Hidden = len(h.back) == 0
	h.waiting.Refresh()
	kit.Relayout(h.field)
}

// swap puts a line that waits into the field.
func (h *Handing) swap(i int) {
	text, typed := h.back[i], h.field.Text()
	if h.back[i] = typed; typed == "" {
		h.back = slices.Delete(h.back, i, i+1)
	}
	h.field.PutBack(text)
	h.show("")
	h.Typed()
	if c := kit.CanvasOf(h.field); c != nil {
		kit.FocusOn(c, h.field.Focusable())
	}
}
