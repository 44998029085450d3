package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// selects gives the choices on show in the dialog.
func selects(h *uitest.House) (all []*kit.Select) {
	kit.Walk(h.Canvas().Overlays().Top(), func(o fyne.CanvasObject) bool {
		if s, is := o.(*kit.Select); is && s.Visible() {
			all = append(all, s)
		}
		return true
	})
	return all
}

// pick chooses what is called so in one of the choices of the dialog.
func pick(h *uitest.House, i int, name string) {
	selects(h)[i].Open()
	h.Settle()
	h.Tap(name)
	h.Settle()
}

// called gives what a relationship is called.
func called(t *testing.T, h *uitest.House, rel *core.Relationship) string {
	t.Helper()
	names, err := h.Planner.NamesOf(t.Context(), []core.Record{rel})
	if err != nil {
		t.Fatal(err)
	}
	return names[0]
}

// A captured line for several asks of each with whom there are several relationships in which the action is.
func TestALineForSeveralAsksInWhichRelationshipEachIs(t *testing.T) {
	for lang, size := range map[core.Language]fyne.Size{core.English: fyne.NewSize(1280, 800), core.Russian: fyne.NewSize(900, 600)} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: size})
		quinn, _, mentor := withQuinn(t, h)
		rowan, err := h.Planner.People.Add(t.Context(), core.Person{Name: "Rowan"})
		if err != nil {
			t.Fatal(err)
		}
		owner, err := h.Planner.Workspace.Owner(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var withRowan []core.ID
		for _, name := range []string{"Days", "Evenings"} {
			rel, err := h.Planner.Relationships.Add(t.Context(), core.Relationship{
				Name: name, Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer,
				Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Person: rowan.ID, Role: core.RoleMentee}},
			})
			if err != nil {
				t.Fatal(err)
			}
			withRowan = append(withRowan, rel.ID)
		}
		h.Settle()
		h.Keys("Ctrl+Shift+N")
		h.Type("! Amina, Quinn, Rowan: slides")
		h.Settle()
		h.Wants(h.Words.T("capture.within_of", "name", "Quinn"), h.Words.T("capture.within_of", "name", "Rowan"))
		if all := selects(h); len(all) != 2 {
			t.Fatalf("%d choices", len(all))
		}
		pick(h, 0, called(t, h, mentor))
		h.Keys("Ctrl+Enter")
		h.Settle()
		h.Wants(h.Words.T("capture.title"), h.Words.T("capture.within_choose")) // the other is still to be said
		if h.Canvas().Focused() != selects(h)[1].Focusable() {
			t.Errorf("the focus is on %T", h.Canvas().Focused())
		}
		pick(h, 1, "Days")
		h.Shot("capture-each-" + string(lang))
		h.Keys("Ctrl+Enter")
		h.Settle()
		for rel, whose := range map[core.ID]core.ID{mentor.ID: quinn.ID, withRowan[0]: rowan.ID} {
			all, err := h.Planner.Actions.Of(t.Context(), rel)
			if err != nil || len(all) != 1 || all[0].Owner != whose || !all[0].Readers.MayRead(whose) {
				t.Errorf("%+v, %v", all, err)
			}
		}
	}
}

// A question to somebody with whom there are several relationships asks in which it is, and is put there without the name; where
// one of them is chosen already it is put to that. To nobody yet, the name stays in the text.
func TestAQuestionAsksInWhichRelationshipItIs(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for name, c := range map[string]struct {
			choose int // 1: the relationship, 0: none, -1: the page on show says it
			text   string
		}{"chosen": {1, "What next?"}, "for nobody yet": {0, "Quinn: what next?"}, "on show": {-1, "What next?"}} {
			h := uitest.Open(t, uitest.Options{Language: lang})
			_, _, mentor := withQuinn(t, h)
			h.Settle()
			want := mentor.ID
			if c.choose < 0 {
				h.Go(shell.Route{Screen: "relationship", ID: mentor.ID})
			}
			h.Keys("Ctrl+Shift+N")
			h.Type("? Quinn: what next?")
			h.Settle()
			if c.choose < 0 && len(selects(h)) > 0 {
				t.Errorf("%s: it asks all the same", name)
			}
			if c.choose >= 0 {
				h.Wants(h.Words.Label("relationship"))
				h.Keys("Ctrl+Enter")
				h.Settle()
				h.Wants(h.Words.T("capture.title"))
				pick(h, 0, []string{h.Words.T("mentee.for_nobody"), called(t, h, mentor)}[c.choose])
			}
			if c.choose == 0 {
				want = core.ID{}
			}
			h.Keys("Ctrl+Enter")
			h.Settle()
			waiting, err := h.Planner.Questions.Waiting(t.Context(), want)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(waiting, func(q *core.Question) bool { return q.Text == c.text && q.Relationship == want }) {
				t.Errorf("%s: %+v", name, waiting)
			}
		}
	}
}
