package today

import (
	"encoding/json"
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// askDraft is what is known of the question that is being typed.
type askDraft struct {
	owner  core.ID // whose day it is; zero before it was read
	text   string  // as it is kept, or will be in a moment
	unseen string  // words for nobody's eyes that wait until nobody else looks
	waits  bool    // the field has not got its words yet
	*forms.Drafting
}

// newAskDraft makes one whose words keep gives to the workspace.
func newAskDraft(after kit.After, keep func(owner core.ID, text string)) *askDraft {
	d := &askDraft{}
	d.Drafting = forms.NewDrafting(after, func() { keep(d.owner, d.text) })
	return d
}

// typedQuestion is what a draft keeps of a question: its words, and whom it was to be for.
type typedQuestion struct {
	Text string
	For  core.ID // a relationship; zero for nobody
}

func readQuestion(draft string) typedQuestion {
	var out typedQuestion
	if json.Unmarshal([]byte(draft), &out) != nil {
		return typedQuestion{}
	}
	return out
}

// typed says who will read the question, and keeps it as a draft.
func (v *MenteeView) typed() {
	v.hint()
	v.hand.Typed()
}

// follow keeps what is typed as a draft, a moment later, below the words that wait unseen.
func (v *MenteeView) follow(text string) {
	d := v.draft
	q := typedQuestion{Text: text, For: v.rels[max(v.whom.Chosen(), 0)]}
	if d.unseen != "" {
		q = typedQuestion{Text: strings.TrimSuffix(d.unseen+"\n"+text, "\n")}
	}
	d.text = ""
	if out, err := json.Marshal(q); err == nil && q.Text != "" {
		d.text = string(out)
	}
	d.Touched()
	if q.Text == "" { // asked, or given up: it is not to come back
		d.Flush()
	}
}

// Leave keeps what is being typed: the page goes.
func (v *MenteeView) Leave() { v.draft.Flush() }

// restore puts back what was typed before and never asked. What is for nobody's eyes waits while others look.
func (v *MenteeView) restore(day *planner.MenteeDay) {
	d := v.draft
	if d.owner.IsZero() {
		d.owner, d.text = day.Owner, day.Draft
	}
	if !d.waits {
		return
	}
	q := readQuestion(d.text)
	if d.unseen == "" && v.deps.Presenting() && q.For.IsZero() {
		d.unseen = q.Text
	}
	if d.unseen != "" && v.deps.Presenting() {
		return
	}
	d.waits, d.unseen = false, ""
	if q.Text == "" {
		return
	}
	v.whom.SetChosen(max(slices.Index(v.rels, q.For), 0))
	v.hand.Restore(q.Text)
	v.hint()
}
