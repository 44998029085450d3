package ical

import (
	"mentorbook/core"
	"mentorbook/core/locale"
)

// Inviter writes invitations with words of its own, each in the invitation's language.
type Inviter struct {
	words map[core.Language]*locale.Words
}

// NewInviter makes one that knows the given languages.
func NewInviter(words ...*locale.Words) *Inviter {
	i := &Inviter{words: make(map[core.Language]*locale.Words, len(words))}
	for _, w := range words {
		i.words[w.Language()] = w
	}
	return i
}

// Calendar gives the invitation as iCalendar; see the function of that name.
func (*Inviter) Calendar(v *core.Invitation) ([]byte, error) { return Calendar(v) }

// Feed gives a whole calendar as iCalendar; see the function of that name.
func (*Inviter) Feed(f *core.Feed) ([]byte, error) { return Feed(f) }

// Words gives the invitation in words alone, as the e-mail has them, without the file that they would speak of.
func (i *Inviter) Words(v *core.Invitation) (subject, text string, err error) {
	w, ok := i.words[v.Language]
	if !ok {
		return "", "", core.FailField(core.CodeBadChoice, "language", "value", string(v.Language))
	}
	words := compose(v, w, false)
	return words.Subject, cleanText(words.Text), nil
}

// Email gives the invitation as an e-mail, with the words that Compose has for it. Its errors are those of the
// function of that name, and CodeBadChoice for a language that the Inviter was not given.
func (i *Inviter) Email(v *core.Invitation) ([]byte, error) {
	w, ok := i.words[v.Language]
	if !ok {
		return nil, core.FailField(core.CodeBadChoice, "language", "value", string(v.Language))
	}
	return Email(v, Compose(v, w))
}
