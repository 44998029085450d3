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

// withQuinn begins two relationships with one person, and gives the one in which they are the mentee and the other.
func withQuinn(t *testing.T, h *uitest.House) (who *core.Person, asMentee, asMentor *core.Relationship) {
	t.Helper()
	owner, err := h.Planner.Workspace.Owner(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if who, err = h.Planner.People.Add(t.Context(), core.Person{Name: "Quinn", Emails: []string{"quinn@quay.example"}}); err != nil {
		t.Fatal(err)
	}
	begin := func(own, other core.Role) *core.Relationship {
		rel, err := h.Planner.Relationships.Add(t.Context(), core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer,
			Participants: []core.Participant{{Person: owner.ID, Role: own}, {Person: who.ID, Role: other}},
		})
		if err != nil {
			t.Fatal(err)
		}
		return rel
	}
	return who, begin(core.RoleMentor, core.RoleMentee), begin(core.RoleMentee, core.RoleMentor)
}

// An action that belongs to no relationship is moved to one in its form, which says who can read it then, and out of it again: one of
// somebody else's to those that they take part in, and one of the owner's to any.
func TestAnActionIsMovedToARelationship(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, mine := range []bool{false, true} {
			h := uitest.Open(t, uitest.Options{Language: lang})
			q, mentee, mentor := withQuinn(t, h)
			owner, err := h.Planner.Workspace.Owner(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			whose := q.ID
			if mine {
				whose = owner.ID
			}
			a, err := h.Planner.Actions.Add(t.Context(), core.Action{Title: "Find a book", Owner: whose})
			if err != nil {
				t.Fatal(err)
			}
			h.Settle()
			place := func() *kit.Select {
				h.Tap("Find a book")
				h.Settle()
				var last *kit.Select
				kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
					if s, is := o.(*kit.Select); is {
						last = s
					}
					return true
				})
				if last == nil {
					t.Fatal("nothing to choose from")
				}
				return last
			}
			field := place()
			h.Wants(h.Words.Label("relationship"), h.Words.T("visibility.only_you"))
			names, err := h.Planner.NamesOf(t.Context(), []core.Record{mentee, mentor})
			if err != nil || names[0] == names[1] {
				t.Fatalf("%q, %v", names, err)
			}
			field.Open()
			h.Settle()
			h.Tap(names[1])
			h.Settle()
			readers := core.Visibility{Readers: []core.ID{owner.ID, q.ID}}
			h.Wants(h.Words.Readers(readers, map[core.ID]string{q.ID: "Quinn"}))
			h.Shot("actionplace-" + string(lang))
			h.Keys("Ctrl+Enter")
			h.Settle()
			now, err := h.Planner.Actions.Get(t.Context(), a.ID)
			if err != nil || !slices.Equal(now.Relationships, []core.ID{mentor.ID}) || !now.Readers.MayRead(q.ID) {
				t.Fatalf("%+v, %v", now, err)
			}
			if err := h.Planner.Actions.Edit(t.Context(), a.ID, nil, func(*core.Action) error { return nil }); err != nil {
				t.Fatal(err)
			}
			if now, err = h.Planner.Actions.Get(t.Context(), a.ID); err != nil || len(now.Relationships) > 0 || !now.Readers.Private() {
				t.Errorf("out of it again: %+v, %v", now, err)
			}
		}
	}
}

// An action that is captured for somebody with whom the owner has two relationships asks in which it is.
func TestACapturedActionAsksInWhichRelationshipItIs(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		_, mentee, mentor := withQuinn(t, h)
		h.Settle()
		names, err := h.Planner.NamesOf(t.Context(), []core.Record{mentee, mentor})
		if err != nil {
			t.Fatal(err)
		}
		h.Keys("Ctrl+Shift+N")
		h.Type("! Quinn: find a book")
		h.Settle()
		h.Wants(h.Words.Label("relationship"))
		h.Keys("Enter")
		h.Settle()
		h.Shot("capturewithin-" + string(lang))
		h.Wants(h.Words.T("capture.title")) // it is not kept before that is said
		var field *kit.Select
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if s, is := o.(*kit.Select); is && s.Visible() {
				field = s
			}
			return true
		})
		field.Open()
		h.Settle()
		h.Tap(names[1])
		h.Settle()
		h.Keys("Ctrl+Enter")
		h.Settle()
		all, err := h.Planner.Actions.Of(t.Context(), mentor.ID)
		if err != nil || len(all) != 1 || all[0].Readers.Private() {
			t.Errorf("%+v, %v", all, err)
		}
	}
}

// An action that was promised in a meeting is moved to another relationship of the same people, and to no other; its form says in
// which meeting it was promised, and that it stays so.
func TestAPromisedActionIsMovedAmongTheSamePeople(t *testing.T) {
	for lang, size := range map[core.Language]fyne.Size{core.English: fyne.NewSize(1280, 800), core.Russian: fyne.NewSize(900, 600)} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: size})
		_, mentee, mentor := withQuinn(t, h)
		owner, err := h.Planner.Workspace.Owner(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		day := core.DateOf(uitest.Now()).AddDays(3)
		meeting, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{Relationship: mentee.ID, Start: day.At(12, 0), Zone: "Europe/Berlin"})
		if err != nil {
			t.Fatal(err)
		}
		a, err := h.Planner.Actions.Add(t.Context(), core.Action{Title: "Find a book", Owner: owner.ID, Relationships: []core.ID{mentee.ID}, Meeting: meeting.ID})
		if err != nil {
			t.Fatal(err)
		}
		h.Go(shell.Route{Screen: "relationship", ID: mentee.ID})
		h.Tap("Find a book")
		h.Settle()
		h.Wants(h.Words.T("rel.action_promised", "date", h.Words.Date(day)), h.Words.Label("relationship"))
		h.Shot("promised-" + string(lang))
		names, err := h.Planner.NamesOf(t.Context(), []core.Record{mentee, mentor})
		if err != nil {
			t.Fatal(err)
		}
		var field *kit.Select
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if s, is := o.(*kit.Select); is && s.Visible() {
				field = s
			}
			return true
		})
		field.Open()
		h.Settle()
		if got := kit.Texts(h.Canvas().Overlays().Top()); slices.Contains(got, "Amina Yusuf") {
			t.Errorf("it is offered to %q", got)
		}
		h.Tap(names[1])
		h.Keys("Ctrl+Enter")
		h.Settle()
		now, err := h.Planner.Actions.Get(t.Context(), a.ID)
		if err != nil || !slices.Equal(now.Relationships, []core.ID{mentor.ID}) || now.Meeting != meeting.ID {
			t.Errorf("%+v, %v", now, err)
		}
	}
}
