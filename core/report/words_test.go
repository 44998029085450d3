package report

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/draw"
	"mentorbook/core/locale"
)

// The words in which a release was given, which may tell of the talk that it came from, are on no page that leaves the
// two sides: HR and sponsors read when it was given, and how it came.
func TestWordsOfAReleaseStayBetweenTheTwo(t *testing.T) {
	const mark = "SECRET words of a release"
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, audience := range core.Audiences() {
		for how, says := range map[core.How]string{core.HowTyped: "recorded by the mentor", core.HowImport: "imported from a file"} {
			f := facts(audience)
			g := goal(goalID, id(mentee), id(mentor))
			r := release(g, audience)
			r.Said.How, r.Said.Words = how, mark
			f.Goals, f.Releases = []*core.Goal{g}, []*core.Release{r}
			c := Compose(f)
			if len(c.Released) != 1 {
				t.Fatalf("%s: on the word of %v", audience, c.Released)
			}
			text := strings.Join(c.Texts(), "\n")
			for _, page := range Pages(c, f, w).Pages {
				for _, s := range page.Steps {
					if run, ok := s.(draw.Text); ok {
						text += "\n" + run.String
					}
				}
			}
			out := audience == core.AudienceHR || audience == core.AudienceSponsor
			if strings.Contains(strings.ReplaceAll(text, "\n", " "), mark) == out {
				t.Errorf("%s: the words are on the pages: %v", audience, !out)
			}
			if out && !strings.Contains(strings.ReplaceAll(text, "\n", " "), says) {
				t.Errorf("%s: does not say that it was %q", audience, says)
			}
		}
	}
}

// Of several mentors the line below the title speaks as of several.
func TestSeveralMentorsAreSpokenOfAsSeveral(t *testing.T) {
	for lang, want := range map[core.Language][2]string{
		core.English: {" · mentor: ", " · mentors: "}, core.Russian: {" · наставник: ", " · наставники: "},
	} {
		f := facts(core.AudienceHR)
		for i := range want {
			if text := printed(t, f, lang); !strings.Contains(text, want[i]) {
				t.Errorf("%s: no %q in %q", lang, want[i], text)
			}
			f.Relationship.Participants = append(f.Relationship.Participants, core.Participant{Person: id(51), Role: core.RoleMentor})
			f.People[id(51)] = &core.Person{Name: "Ben"}
		}
	}
}

// Of a circle a report speaks of several people, with their names and with a pseudonym, which is numbered then.
func TestACircleIsSpokenOfAsSeveral(t *testing.T) {
	for lang, want := range map[core.Language][2]string{
		core.English: {"Mentees Amina and Sara", "Mentees Mentee 1 and Mentee 2"},
		core.Russian: {"Подопечные Amina и Sara", "Подопечные Подопечный 1 и Подопечный 2"},
	} {
		for i, alias := range []string{"", map[core.Language]string{core.English: "Mentee", core.Russian: "Подопечный"}[lang]} {
			f := facts(core.AudienceHR)
			f.Relationship.Participants = append(f.Relationship.Participants, core.Participant{Person: id(50), Role: core.RoleMentee})
			f.People[id(50)] = &core.Person{Name: "Sara"}
			f.Request.Pseudonym = alias
			if text := printed(t, f, lang); !strings.Contains(text, want[i]) {
				t.Errorf("%s: no %q in %q", lang, want[i], text)
			}
		}
	}
}
