package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// The form of a new relationship says at which role another is to be chosen where both sides have the same, and goes there.
func TestARoleThatDoesNotFitIsSaidWhereItStands(t *testing.T) {
	for lang, size := range map[core.Language]fyne.Size{core.English: fyne.NewSize(1280, 800), core.Russian: fyne.NewSize(900, 600)} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: size})
		before, err := h.Planner.Relationships.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		h.Run("relationship.new")
		roles := func() (all []*kit.Select) {
			kit.Walk(h.Canvas().Overlays().Top(), func(o fyne.CanvasObject) bool {
				if s, ok := o.(*kit.Select); ok && s.Visible() {
					all = append(all, s)
				}
				return true
			})
			return all[:2]
		}
		roles()[0].Choose(1) // I am a mentee, too
		h.Settle()
		h.Keys("Ctrl+Enter")
		h.Shot("roles-" + string(lang))
		word := h.Words.T("rel.form_role", "role", locale.Capital(h.Words.Word(core.RoleMentor)))
		h.Wants(word, h.Words.T("rel.form_new"))
		if h.Canvas().Focused() != roles()[1].Focusable() {
			t.Errorf("the focus is on %T", h.Canvas().Focused())
		}
		roles()[1].Choose(0)
		h.Settle()
		h.Lacks(word)
		h.Keys("Ctrl+Enter")
		h.Settle()
		after, err := h.Planner.Relationships.All(t.Context())
		if err != nil || len(after) != len(before)+1 {
			t.Errorf("%d relationships, then %d, %v", len(before), len(after), err)
		}
	}
}

// Another participant is typed at once, by key and by mouse: the focus is in the new name, which is in view.
func TestAnotherParticipantIsTypedAtOnce(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(900, 600)})
	h.Run("relationship.new")
	for n := 2; n < 7; n++ {
		if n%2 == 0 {
			h.Tap(h.Words.T("rel.form_more_people"))
		} else {
			focusOnButton(h, h.Words.T("rel.form_more_people"))
			h.Keys("Enter")
		}
		name := "Zed Zulu " + string(rune('A'+n))
		h.Type(name)
		names := participants(h)
		if len(names) != n || names[n-1].Text() != name {
			t.Fatalf("with %d participants beside the owner %q is not in the last of %d names", n, name, len(names))
		}
		field := h.Canvas().Focused().(fyne.CanvasObject)
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(field).Y
		if top < 0 || top+field.Size().Height > h.Canvas().Size().Height {
			t.Errorf("with %d participants the new name is out of view, at %v", n, top)
		}
	}
}

// participants gives the fields for names in the form of a relationship.
func participants(h *uitest.House) (all []*kit.Combo) {
	kit.Walk(h.Canvas().Overlays().Top(), func(o fyne.CanvasObject) bool {
		if c, ok := o.(*kit.Combo); ok && c.Visible() {
			all = append(all, c)
		}
		return true
	})
	return all
}

func focusOnButton(h *uitest.House, text string) {
	h.T.Helper()
	kit.Walk(h.Canvas().Overlays().Top(), func(o fyne.CanvasObject) bool {
		if b, ok := o.(*kit.Button); ok && b.Text() == text {
			h.Canvas().Focus(b)
			return false
		}
		return true
	})
}

// Participants who do not fit the format are told which one they fit; the refusal goes as soon as that is chosen, or as they change.
func TestTheFormatThatFitsIsSaid(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(900, 600)})
		h.Run("relationship.new")
		h.Tap(h.Words.T("rel.form_more_people"))
		h.Type("Zed Beta")
		word := h.Words.T("error_at.roles.individual")
		refusal := locale.Capital(word) + ". " + h.Words.T("rel.form_fits", "formats", h.Words.Quote(locale.Capital(h.Words.Word(core.FormatGroup))))
		h.Keys("Ctrl+Enter")
		h.Shot("fits-" + string(lang))
		h.Wants(refusal)
		h.Tap(h.Words.T("rel.form_more_people"))
		h.Lacks(refusal)
		h.Type("Zed Gamma")
		h.Keys("Ctrl+Enter")
		h.Wants(refusal)
		h.Keys("Down") // the focus is on the format: the next one is Group
		h.Lacks(refusal)
		h.Keys("Ctrl+Enter")
		h.Lacks(h.Words.T("rel.form_new"))
		if r := h.Relationship("Zed Gamma"); r == nil || r.Format != core.FormatGroup {
			t.Errorf("%s: begun is %+v", lang, r)
		}
	}
}
