package shell

import (
	"cmp"
	"slices"
	"strings"

	"mentorbook/ui/kit"
)

// Instead is something that a command which is off here can be done with all the same.
type Instead struct {
	Of      string // its name; "" where others look at the screen
	Caption string // what it is told from others of the name by; may be ""
	Run     func()
}

// matches are the commands that a query finds.
type matches struct {
	exact []choice // as it was typed
	near  []choice // only otherwise, such as with a slip
	last  []choice // those that end the program, where their own names don't say so
}

// matchingCommands gives the commands of page and window that a query finds as it was typed: by their own names, those of
// the page first and then the better ones; then by other words for what they do. Where nothing is typed they are all.
// What can be done with what was chosen is listed as if the page had commands for it.
func (s *Shell) matchingCommands(query string, chosen []choice) matches {
	if strings.TrimSpace(query) == "" {
		return matches{exact: s.everything(chosen)}
	}
	var out matches
	seen := map[string]bool{}
	for i, fits := range s.readings(query) {
		l := listing{shell: s, fits: fits, seen: seen, typed: i == 0}
		l.take(chosen)
		if out.last = append(out.last, l.last...); i == 0 {
			out.exact, out.near = l.found(), l.named
		} else {
			out.near = slices.Concat(out.near, l.found(), l.named)
		}
	}
	return out
}

// everything gives all commands, those first that are likely to be wanted here: those of the page, what can be done with what
// was chosen, those used last, then what has keys of its own, then the others; last what only moves about, and what can't be done now.
func (s *Shell) everything(chosen []choice) []choice {
	var out []choice
	for i, list := range [][]Command{s.Commands.page, s.Commands.own} {
		for _, c := range list {
			if c.Quiet || c.ID == paletteID {
				continue
			}
			for _, ch := range s.choicesOf(c) {
				if instead(chosen, ch.title, ch.off || ch.stead) || ch.off && i > 0 && s.Commands.onPage(c.Title) {
					continue
				}
				named := ch.of != "" && !ch.stead // it is about what was chosen
				ch.place = s.placeOf(c, i == 0 || named, ch.off)
				out = append(out, ch)
			}
		}
		if i == 0 {
			for _, ch := range chosen {
				if ch.off {
					ch.place = placeOff
				}
				out = append(out, ch)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b choice) int { return cmp.Compare(a.place, b.place) })
	return out
}

// placeOff is where what can't be done now stands among all commands: last.
const placeOff = recentCommands + 4

// placeOf gives where among all commands one stands: the lower, the further up.
func (s *Shell) placeOf(c Command, onPage, off bool) int {
	recent := slices.Index(s.Commands.recent, c.ID)
	switch {
	case off:
		return placeOff
	case onPage:
		return 0
	case recent >= 0:
		return 1 + recent
	case c.Steers:
		return recentCommands + 3
	case c.Keys == "":
		return recentCommands + 2
	}
	return recentCommands + 1
}

// choicesOf makes the line of a command, or those of what it can be done with instead where it is off.
func (s *Shell) choicesOf(c Command) []choice {
	ch := choice{title: s.Commands.Title(c), caption: kit.KeyNames(firstKeys(c.Keys)), stays: c.InDialogs, leaves: c.Leaves, run: func() { s.Commands.Run(c.ID) }}
	reason := s.Commands.WhyNot(c.ID)
	if reason == "" {
		if c.Of != nil {
			ch.of = c.Of()
		}
		return []choice{ch}
	}
	if s.cfg.Instead != nil {
		var out []choice
		for _, other := range s.cfg.Instead(c.ID) {
			out = append(out, choice{title: s.words(c.Title), of: other.Of, caption: other.Caption, stead: true, run: other.Run})
		}
		if len(out) > 0 {
			return out
		}
	}
	ch.caption, ch.off = reason, true
	return []choice{ch}
}

// listing makes the list of what one reading of a query finds.
type listing struct {
	shell *Shell
	fits  func(name, others string) float64
	seen  map[string]bool // what is listed already
	typed bool            // the query is read as it was typed

	first []choice // of the page, and of what was chosen
	rest  []choice // of the window
	other []choice // by other words
	named []choice
	last  []choice
}

// take lists what fits and is not listed yet. named are those that can be done with what was chosen where the name of that alone was
// typed: who types a name looks for whom it is of before anything that can be done to them.
func (l *listing) take(chosen []choice) {
	for _, ch := range chosen {
		key := ch.of + "\n" + ch.title
		act := ch.title
		if ch.of != "" { // the name alone, where the title has it, is no act
			act = strings.ReplaceAll(act, ch.of, "")
		}
		own := l.fits(act, "")
		if ch.fit = max(own, l.fits(ch.title, ch.of)); ch.fit == 0 || l.seen[key] {
			continue
		}
		if l.seen[key] = true; own == 0 && l.fits(ch.of, "") > 0 {
			l.named = append(l.named, ch)
		} else {
			l.first = append(l.first, ch)
		}
	}
	s := l.shell
	for _, c := range s.Commands.page {
		l.command(c, chosen, &l.first)
	}
	for _, c := range s.Commands.own {
		l.command(c, chosen, &l.rest)
	}
}

// almost is how well a word that a command goes by fits, compared with its own name.
const almost = 0.9

// command lists a command that fits.
func (l *listing) command(c Command, chosen []choice, to *[]choice) {
	s := l.shell
	if c.Quiet || c.ID == paletteID || l.seen[c.ID] {
		return
	}
	own := s.Commands.Title(c)
	if c.About { // what a step was about finds the record, not the command that takes the step back
		own = s.words(c.Title)
	}
	called, also := wordsOf(s.cfg.Called, c.ID), wordsOf(s.cfg.Also, c.ID)
	for _, ch := range s.choicesOf(c) {
		fit := max(l.fits(own, ""), almost*l.fits(called, ""))
		by := l.fits(own+" "+called+" "+also, "")
		if fit == 0 && by == 0 && ch.of != "" && l.fits(ch.of, "") == 0 { // a name, and what is to be done
			by = l.fits(own+" "+called+" "+also+" "+ch.of, "")
		}
		if fit == 0 && by == 0 || instead(chosen, ch.title, ch.off || ch.stead) || ch.off && to == &l.rest && s.Commands.onPage(c.Title) {
			continue
		}
		l.seen[c.ID] = true
		switch ch.fit = fit; {
		case c.Leaves && (fit == 0 || !l.typed):
			l.last = append(l.last, ch)
		case fit == 0:
			ch.fit = by
			l.other = append(l.other, ch)
		case ch.of != "" && !ch.stead: // it is about what was chosen
			l.first = append(l.first, ch)
		default:
			*to = append(*to, ch)
		}
	}
}

// found gives the list in its order: the better first, then what is called so and little more, then what can be done now.
func (l *listing) found() []choice {
	for _, list := range [][]choice{l.first, l.rest, l.other} {
		slices.SortStableFunc(list, func(a, b choice) int {
			return cmp.Or(cmp.Compare(b.fit, a.fit), cmp.Compare(wordsIn(a), wordsIn(b)), cmp.Compare(later(a), later(b)))
		})
	}
	return slices.Concat(l.first, l.rest, l.other)
}

// later is 1 for what can't be done now.
func later(c choice) int {
	if c.off {
		return 1
	}
	return 0
}

// wordsIn counts the words of what a choice does.
func wordsIn(c choice) int { return len(strings.Fields(c.title)) }

// wordsOf gives the words that there are for a command; "" where nobody has any.
func wordsOf(of func(id string) string, id string) string {
	if of == nil {
		return ""
	}
	return of(id)
}

// Listed gives the names that the palette lists where nothing is typed.
func (s *Shell) Listed() []string {
	all := s.matchingCommands("", s.chosen()).exact
	out := make([]string, len(all))
	for i, c := range all {
		out[i] = c.title
	}
	return out
}

// readings gives the ways in which a query may be meant; where nobody has said them, as it is.
func (s *Shell) readings(query string) []func(name, others string) float64 {
	if s.cfg.Readings != nil {
		return s.cfg.Readings(query)
	}
	words := strings.Fields(strings.ToLower(query))
	return []func(name, others string) float64{func(name, others string) float64 {
		text := strings.ToLower(name + " " + others)
		for _, w := range words {
			if !strings.Contains(text, w) {
				return 0
			}
		}
		if strings.HasPrefix(text, words[0]) {
			return 2
		}
		return 1
	}}
}
