package wire

import (
	"fmt"
	"testing"

	"mentorbook/core"
)

// TestMentions names other people of the workspace whom a report would name, and nobody for what stays out of it.
func TestMentions(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	mentee := rel.Mentees()[0]
	shared := core.Visibility{Readers: []core.ID{rel.Mentors()[0], mentee}}
	for title, readers := range map[string]core.Visibility{
		"Hand the rota to Sara Okafor": shared, "Передать Петрову два проекта": {}, "Amina speaks at the meetup": shared,
	} {
		_, err := p.Goals.Add(ctx, core.Goal{Person: mentee, Title: title, Relationships: []core.ID{rel.ID}, Readers: readers})
		ok(t, err)
	}
	req := core.ReportRequest{
		Relationship: rel.ID, Language: core.English, Period: core.Period{From: core.NewDate(2026, 1, 1), To: core.NewDate(2026, 12, 1)},
	}
	for _, c := range []struct {
		audience  core.Audience
		pseudonym string
		want      string
	}{
		{core.AudienceHR, "", "[]"},
		{core.AudienceMentor, "", "[Sara Okafor: Hand the rota to Sara Okafor]"},
		{core.AudienceMentor, "Mentee 7", "[Amina Yusuf: Amina speaks at the meetup Sara Okafor: Hand the rota to Sara Okafor]"},
	} {
		req.Audience, req.Pseudonym = c.audience, c.pseudonym
		found, err := p.Reports.Mentions(ctx, req)
		ok(t, err)
		said := map[string]bool{}
		var got []string
		for _, m := range found {
			said[m.Name+": "+m.Text] = true
		}
		for _, s := range []string{"Amina Yusuf: Amina speaks at the meetup", "Sara Okafor: Hand the rota to Sara Okafor"} {
			if said[s] {
				got = append(got, s)
			}
		}
		if len(got) != len(said) || fmt.Sprint(got) != c.want {
			t.Errorf("%s %q: %v, want %s", c.audience, c.pseudonym, found, c.want)
		}
	}
}
