package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Who is said to invite by an address that somebody has is that person, whoever is meant to be new: a relationship begins with them
// where there is none, and the same said again changes nothing.
func TestAHostWhoIsKnownIsNobodyNew(t *testing.T) {
	for name, met := range map[string]bool{"met": true, "known": false} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			email := "amina.yusuf@kijani.example"
			if !met {
				email = "kim@stranger.example"
				_, err := p.People.Add(t.Context(), core.Person{Name: "Kim", Emails: []string{"other@kim.example", "Kim@Stranger.example"}})
				ok(t, err)
			}
			people := func() (people, rels int) {
				all, err := p.People.All(t.Context())
				ok(t, err)
				lived, err := p.Relationships.All(t.Context())
				ok(t, err)
				return len(all), len(lived)
			}
			persons, rels := people()
			take := func(uid, want string) {
				t.Helper()
				text := itip("REQUEST", eventText(uid, "DTSTART:20261203T100000Z\nDURATION:PT1H\nSUMMARY:Talk\nORGANIZER;CN=Kim Lee:mailto:"+email+"\nATTENDEE:mailto:maja@lindqvist.example\n"))
				plan, err := p.CalendarFiles.ReadIn(t.Context(), "a.ics", strings.NewReader(text), planner.CalendarWay{Hosts: map[string]planner.Host{email: {Role: core.RoleMentor}}})
				ok(t, err)
				ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
				if got := sums(plan); got != want {
					t.Errorf("%s: %s", uid, got)
				}
				nowPeople, nowRels := people()
				if met && nowRels != rels || !met && nowRels != rels+1 || nowPeople != persons {
					t.Errorf("%d people for %d, %d relationships for %d", nowPeople, persons, nowRels, rels)
				}
			}
			const added = "new 1, changed 0, same 0, refused 0"
			take("first", added)
			before := contents(t, p)
			take("first", same)
			if contents(t, p) != before {
				t.Error("said again, and something is another")
			}
			take("second", added)
			_, err := p.Undo(t.Context())
			ok(t, err)
			if contents(t, p) != before {
				t.Error("undo of the second is not identity")
			}
		})
	}
}

// An address that several have of whom the owner meets none tells nobody, and the owner's own is no host's.
func TestAHostOfAnAddressOfSeveral(t *testing.T) {
	p := open(t)
	for _, name := range []string{"Kim", "Lee"} {
		_, err := p.People.Add(t.Context(), core.Person{Name: name, Emails: []string{"both@stranger.example"}})
		ok(t, err)
	}
	for email, want := range map[string]core.Code{"both@stranger.example": core.CodeAmbiguous, "maja@lindqvist.example": core.CodeBadChoice} {
		_, err := p.CalendarFiles.ReadIn(t.Context(), "a.ics", strings.NewReader(itip("REQUEST", runText(""))), planner.CalendarWay{Hosts: map[string]planner.Host{email: {Role: core.RoleMentor}}})
		if core.CodeOf(err) != want {
			t.Errorf("%s: %v", email, err)
		}
	}
}
