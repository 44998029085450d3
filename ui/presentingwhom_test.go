package ui_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/calendar"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// While others look at the screen, no page names anybody but the owner and those whom it is about.
func TestPresentingNamesOnlyWhomThePageIsAbout(t *testing.T) {
	for lang, role := range map[core.Language]core.Role{core.English: core.RoleMentor, core.Russian: core.RoleMentee} {
		t.Run(string(lang)+"-"+string(role), func(t *testing.T) {
			h := uitest.Open(t, uitest.Options{Language: lang, Role: role})
			all, known := everyPlace(h), newCrowd(h)
			named := 0
			for _, r := range all {
				h.Go(r)
				named += len(known.strangers(h))
			}
			if named < 20 {
				t.Errorf("only %d names are seen without presenting: the test looks at nothing", named)
			}
			h.Run("presenting")
			for _, r := range all {
				h.Go(r)
				if h.Shell.Router.Route() == (shell.Route{Screen: "people"}) {
					continue // it shows the first of the list, whom the route does not tell
				}
				if who := known.strangers(h); len(who) > 0 {
					t.Errorf("%v names %q", r, who)
				}
			}
		})
	}
}

// crowd is everybody in a workspace, and what they are in.
type crowd struct {
	people  []*core.Person
	owner   core.ID
	rels    []*core.Relationship
	meeting map[core.ID]core.ID // its relationship
	written *strings.Replacer   // takes out what people wrote themselves: it is shown as it is
}

func newCrowd(h *uitest.House) *crowd {
	h.T.Helper()
	c := &crowd{meeting: map[core.ID]core.ID{}}
	var titles []string
	for _, kind := range []core.Kind{core.KindPerson, core.KindRelationship, core.KindMeeting, core.KindAction, core.KindGoal, core.KindQuestion} {
		all, err := h.Planner.List(h.T.Context(), planner.Filter{Kind: kind})
		if err != nil {
			h.T.Fatal(err)
		}
		for _, rec := range all {
			switch r := rec.(type) {
			case *core.Person:
				c.people = append(c.people, r)
			case *core.Relationship:
				c.rels = append(c.rels, r)
			case *core.Meeting:
				c.meeting[r.ID] = r.Relationship
			case *core.Action:
				titles = append(titles, r.Title, "")
			case *core.Goal:
				titles = append(titles, r.Title, "")
			case *core.Question:
				titles = append(titles, r.Text, "")
			}
		}
	}
	owner, err := h.Planner.Workspace.Owner(h.T.Context())
	if err != nil {
		h.T.Fatal(err)
	}
	c.owner, c.written = owner.ID, strings.NewReplacer(titles...)
	return c
}

// strangers gives the texts of the page on show that name people whom it is not about.
func (c *crowd) strangers(h *uitest.House) []string { return c.strangersIn(h, h.Canvas().Content()) }

// strangersIn gives those of a part of the window.
func (c *crowd) strangersIn(h *uitest.House, in fyne.CanvasObject) (out []string) {
	h.T.Helper()
	at := h.Shell.Router.Route()
	about, rel := []core.ID{c.owner, at.ID}, at.ID
	if of, ok := c.meeting[at.ID]; ok {
		rel = of
	}
	if page, ok := h.Shell.Router.Page().(*calendar.Page); ok && in != h.Canvas().Content() { // what is done to a meeting that was chosen there
		if x, ok := page.Chosen(); ok {
			rel = x.Meeting.Relationship
		}
	}
	for _, x := range c.rels {
		if x.ID == rel || at.ID != c.owner && x.Has(at.ID) {
			about = append(about, x.Others(c.owner)...)
		}
	}
	texts := kit.Texts(in)
	for i := range texts {
		texts[i] = c.written.Replace(texts[i])
	}
	for _, p := range c.people {
		if slices.Contains(about, p.ID) {
			continue
		}
		for _, text := range texts {
			if strings.Contains(text, p.Name) || slices.Contains(strings.FieldsFunc(text, noLetter), p.GivenName) || p.Email() != "" && strings.Contains(text, p.Email()) {
				out = append(out, text)
			}
		}
	}
	return out
}

func noLetter(r rune) bool { return !unicode.IsLetter(r) }

// everyPlace gives the routes of every place of the window, and of each relationship and each person.
func everyPlace(h *uitest.House) (out []shell.Route) {
	h.T.Helper()
	for screen, tabs := range map[string][]string{
		"today": {""}, "people": {""}, "calendar": {"day", "week", "month", "agenda", "year"}, "plans": {"", "time", "skills"},
		"checklists": {"", "templates"}, "reports": {"", "log", "written"},
	} {
		for _, tab := range tabs {
			out = append(out, shell.Route{Screen: screen, Tab: tab})
		}
	}
	people, err := h.Planner.People.All(h.T.Context())
	if err != nil {
		h.T.Fatal(err)
	}
	for _, p := range people {
		out = append(out, shell.Route{Screen: "people", ID: p.ID})
	}
	rels, err := h.Planner.Relationships.All(h.T.Context())
	if err != nil {
		h.T.Fatal(err)
	}
	for _, r := range rels {
		out = append(out, shell.Route{Screen: "reports", ID: r.ID})
		for _, tab := range []string{"", "meetings", "plan", "checklists", "notes", "log", "agreement"} {
			out = append(out, shell.Route{Screen: "relationship", ID: r.ID, Tab: tab})
		}
		meetings, err := h.Planner.Meetings.Of(h.T.Context(), r.ID)
		if err != nil {
			h.T.Fatal(err)
		}
		for _, m := range meetings[max(len(meetings)-2, 0):] {
			out = append(out, shell.Route{Screen: "meeting", ID: m.ID})
		}
	}
	return out
}
