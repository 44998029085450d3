package main

import (
	"image"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const (
	askDirector = "How do I say no to a director?"
	askBudget   = "Who decides about the budget?"
)

// TestAMenteesWeek lives through a week as a mentee does: what to ask is collected on Monday evening, the meeting on
// Friday is held, and on Saturday a promise is kept, a skill is rated and a goal let out. Each day is a start of its own.
func TestAMenteesWeek(t *testing.T) {
	h := atKeyboard(t)
	path := filepath.Join(string(h.home), "mine.mentorbook")
	h.tells(path, "demo", "--as", "mentee", "--now", "2026-11-23T17:20:00Z")

	h.start("-workspace", path, "-lang", "en", "-now", "2026-11-23T17:20:00Z")
	h.collectsQuestions()
	h.quit()
	h.has(path, "questions", askDirector+"  Noor Haddad  2026-11-23", askBudget+"  Noor Haddad  2026-11-23")

	h.start("-workspace", path, "-lang", "en", "-now", "2026-11-27T16:05:00Z")
	h.holdsTheMeeting()
	h.quit()
	h.has(path, "meetings", "2026-11-27  17:00–17:45  Europe/Berlin  Kofi Asante  held")
	h.readsTheMeeting(path)

	h.start("-workspace", path, "-lang", "en", "-now", "2026-11-28T18:00:00Z")
	h.keepsAPromise()
	h.letsAGoalOut()
	h.ratesASkill()
	h.quit()
	h.has(path, "actions", "Rewrite the retention analysis  Noor Haddad  22 Nov  done")
	h.has(path, "releases", "HR  Answer requests within two days  2026-11-28")
	rating := regexp.MustCompile(`"level": ?2,\s*"on": ?"2026-11-28",[^{}]*"Asked for the data team and got it"`)
	if all := h.whole(path); !rating.MatchString(all) {
		t.Error("the skill is not rated with what it shows in")
	}
	h.tells(path, "check")
}

// collectsQuestions takes one down from wherever one is and types another on Today, and puts both to the agenda.
func (h *hands) collectsQuestions() {
	h.t.Helper()
	h.sees("4 items on the agenda")
	h.keys("ctrl+shift+n")
	h.sees("Quick capture")
	h.letters(askDirector)
	h.field("For")
	h.letters("kofi")
	h.keys("Return")
	h.sees("to the inbox, for Kofi Asante · shared with Kofi")
	h.keys("Return")
	h.sees("4 questions waiting · 4 promises are open · 1 late")
	h.clickBeside(askDirector, "Add to agenda")
	h.sees("5 items on the agenda")
	h.click("A question for a mentor…")
	h.letters(askBudget)
	h.keys("Return")
	h.sees("4 questions waiting · 4 promises are open · 1 late")
	h.clickBeside(askBudget, "Add to agenda")
	h.sees("6 items on the agenda")
}

// holdsTheMeeting puts the second question before the first and a thing more at the end, goes through the agenda, and
// writes down what was answered.
func (h *hands) holdsTheMeeting() {
	h.t.Helper()
	h.clickBeside("Kofi Asante", "Agenda")
	h.sees(askBudget)
	h.click("Start timer")
	h.sees("Stop timer")
	h.keys("alt+1", "End", "alt+Up")
	h.click("+ “Budget, 20 min”, then Enter")
	h.letters("Thank for the book")
	h.keys("Return")
	h.tick("Thank for the book")
	h.sees("Close · carry 6 items over")
	h.tick(askDirector)
	h.sees("Close · carry 5 items over")
	h.click("What both of you should remember…")
	h.letters("Say what would have to wait instead")
	h.click("Close · carry 5 items over")
	h.sees("How it ended")
}

func (h *hands) readsTheMeeting(path string) {
	h.t.Helper()
	id := regexp.MustCompile(`(?m)^(\S+)  2026-11-27`).FindStringSubmatch(h.tells(path, "list", "meetings"))
	if id == nil {
		h.t.Fatal("no meeting on Friday")
	}
	meeting := h.tells(path, "--json", "show", "meeting", id[1])
	budget, director := strings.Index(meeting, askBudget), strings.Index(meeting, askDirector)
	if budget < 0 || director < budget {
		h.t.Errorf("the agenda is not in the order that was chosen:\n%s", meeting)
	}
	for _, done := range []string{askDirector, "Thank for the book"} {
		if !regexp.MustCompile(regexp.QuoteMeta(done) + `"[^{}]*"done": *true`).MatchString(meeting) {
			h.t.Errorf("%q is not ticked:\n%s", done, meeting)
		}
	}
	if !strings.Contains(h.whole(path), "Say what would have to wait instead") {
		h.t.Error("the answer is not noted")
	}
}

func (h *hands) keepsAPromise() {
	h.t.Helper()
	h.tick("Rewrite the retention analysis")
	h.sees("Undo")
}

func (h *hands) letsAGoalOut() {
	h.t.Helper()
	h.clickBeside("Answer requests within two days", "Release…")
	h.sees("Release: Answer requests within two days")
	h.click("Release")
	h.sees("Released to HR")
}

func (h *hands) ratesASkill() {
	h.t.Helper()
	h.keys("ctrl+4")
	h.click("Skills")
	h.click("Negotiation")
	h.click("2 · Does it with help")
	h.fill("Where it shows", "Asked for the data team and got it")
	h.click("Save")
	h.sees("28 Nov: Does it with help")
}

// clickBeside presses the button of a row: the one of that name that is nearest to the row's text.
func (h *hands) clickBeside(row, button string) {
	h.t.Helper()
	at := h.point(row)
	var best image.Point
	for i, found := range h.sees(button) {
		middle := found.Min.Add(found.Size().Div(2))
		if i == 0 || away(middle.Y, at.Y) < away(best.Y, at.Y) {
			best = middle
		}
	}
	h.tap(best)
}

func away(a, b int) int { return max(a-b, b-a) }

// tick presses the box before a row's text.
func (h *hands) tick(row string) {
	h.t.Helper()
	const before, below = 18, 8 // from the beginning of the text and from its middle, for there is a caption under it
	h.point(row)
	at := h.sees(row)[0]
	h.tap(image.Pt(at.Min.X-before, at.Min.Y+at.Dy()/2+below))
}

// whole gives all of a workspace as text.
func (h *hands) whole(path string) string {
	h.t.Helper()
	out := filepath.Join(h.t.TempDir(), "all.json")
	h.tells(path, "export", out)
	all, err := os.ReadFile(out)
	h.must(err)
	return string(all)
}

// has looks for lines in a list of the command line, whatever the width of its columns.
func (h *hands) has(path, list string, lines ...string) {
	h.t.Helper()
	got := regexp.MustCompile(`  +`).ReplaceAllString(h.tells(path, "list", list), "  ")
	for _, line := range lines {
		if !strings.Contains(got, line) {
			h.t.Errorf("the %s lack %q:\n%s", list, line, got)
		}
	}
}
