package ui

import (
	"context"
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/capture"
	"mentorbook/ui/shell"
)

// How much a query that names a command and somebody offers: it is a guess, and stands behind what was found.
const (
	maxWishCommands = 3 // of one way to part the query
	maxWishes       = 6
)

// whoCommand is a command that is about a relationship, and what it does for one that is named.
type whoCommand struct {
	id string
	do func(relationship core.ID)
}

// whoCommands lists them, what is done most first.
func (w *Window) whoCommands() []whoCommand {
	take := func(kind capture.Kind) func(core.ID) {
		return func(rel core.ID) {
			to := func() core.Ref { return relationshipRef(rel) }
			w.captureTo(capture.Start{Kind: kind}, to, core.Ref{})
		}
	}
	return []whoCommand{
		{"meeting.new", w.planMeeting},
		{"note.new", take(capture.Note)},
		{"action.new", take(capture.Action)},
		{"question.new", take(capture.Question)},
		{"report.new", w.openReport},
		{"meeting.invite", w.inviteNext},
		{"goal.new", w.newGoal},
		{"skill.new", w.newSkill},
	}
}

// inviteNext opens the dialog that invites to the next meeting of a relationship; where there is none, the one that plans it.
func (w *Window) inviteNext(rel core.ID) {
	work(w, "invite", func(ctx context.Context) (*planner.Overview, error) {
		return w.cfg.Planner.Relationships.Overview(ctx, rel)
	}, func(o *planner.Overview) {
		if o.Next == nil {
			w.planMeeting(rel)
			return
		}
		w.inviteTo(o.Next.ID)
	})
}

// wish is a way to read a query: commands that some of its words name, and the words that are left for a name.
type wish struct {
	who      string
	commands []wished
}

// wished is a command that a query names.
type wished struct {
	title string
	do    func(relationship core.ID)
}

// wishes gives the ways in which a query names a command and somebody: "plan amina", «Ане отчёт».
func (w *Window) wishes(query string) []wish {
	words := strings.Fields(query)
	var out []wish
	for n := 1; n < len(words) && n <= maxWishCommands; n++ {
		at := len(words) - n
		for _, parts := range [][2][]string{{words[:n], words[n:]}, {words[at:], words[:at]}} {
			if all := w.commandsFor(strings.Join(parts[0], " ")); len(all) > 0 {
				out = append(out, wish{strings.Join(parts[1], " "), all})
			}
		}
	}
	return out
}

// commandsFor gives the commands about somebody that a text names: by their own names first, then by other words for them.
func (w *Window) commandsFor(text string) []wished {
	queries := planner.NameQueries(text)
	if len(queries) == 0 || len([]rune(text)) < 3 {
		return nil
	}
	var own, other []wished
	for _, who := range w.whoCommands() {
		c, ok := w.shell.Commands.Find(who.id)
		if !ok || w.cfg.Reading != nil && !c.Reads {
			continue
		}
		title := w.t(c.Title)
		found := wished{strings.TrimSuffix(title, "…"), who.do}
		switch {
		case queries[0].Fits(title, "") > 0:
			own = append(own, found)
		case queries[0].Fits(title+" "+w.also(who.id), "") > 0:
			other = append(other, found)
		}
	}
	all := slices.Concat(own, other)
	return all[:min(len(all), maxWishCommands)]
}

// meant gives the commands that a query names, each for the relationships whose name it says.
func (w *Window) meant(ctx context.Context, wishes []wish, focus core.Ref, hidden bool) ([]shell.Hit, error) {
	var out []shell.Hit
	for _, x := range wishes {
		names := planner.NameQueries(x.who)
		if len(names) == 0 {
			continue
		}
		found, err := w.search.Find(ctx, x.who, maxFound)
		if err == nil && hidden {
			found.Found, err = w.aboutFocus(ctx, focus, found.Found)
		}
		if err != nil {
			return nil, err
		}
		for _, f := range found.Found {
			if f.Ref.Kind != core.KindRelationship || f.Near || names[0].Fits(f.Title, "") == 0 {
				continue
			}
			for _, c := range x.commands {
				if len(out) == maxWishes {
					return out, nil
				}
				out = append(out, shell.Hit{Title: w.t("find.for", "command", c.title, "name", f.Title), Open: func() { c.do(f.Ref.ID) }})
			}
		}
	}
	return out, nil
}

// calledMeeting gives the words in which a meeting without a title is called after whom it is with, in every language.
func (w *Window) calledMeeting() []string {
	var out []string
	for _, read := range w.wordsIn {
		if words := read(); words != nil {
			out = append(out, words.T("find.meeting", "name", ""))
		}
	}
	return out
}
