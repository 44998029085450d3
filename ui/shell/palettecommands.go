package shell

import (
	"cmp"
	"slices"
	"strings"

	"mentorbook/ui/kit"
)

// matchingCommands gives the commands of page and window that a query finds as it was typed: by their own names, those of
// the page first and then the better ones; then by other words for what they do. Where nothing is typed they are all. near
// are those that it finds only otherwise, such as with a slip. What can be done with what was chosen is listed as if the page
// had commands for it.
func (s *Shell) matchingCommands(query string, chosen []choice) (exact, near []choice) {
	if strings.TrimSpace(query) == "" {
		return s.everything(chosen), nil
	}
	listed := map[string]bool{}
	for i, fits := range s.readings(query) {
		found, named := s.listed(fits, chosen, listed)
		if i == 0 {
			exact, near = found, named
		} else {
			near = append(append(near, found...), named...)
		}
	}
	return exact, near
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
			ch := s.choiceOf(c)
			if instead(chosen, ch.title, ch.off) {
				continue
			}
			ch.place = s.placeOf(c, i == 0, ch.off)
			out = append(out, ch)
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

// choiceOf makes the line of a command.
func (s *Shell) choiceOf(c Command) choice {
	ch := choice{title: s.Commands.Title(c), caption: kit.KeyNames(firstKeys(c.Keys)), stays: c.InDialogs, run: func() { s.Commands.Run(c.ID) }}
	if reason := s.Commands.WhyNot(c.ID); reason != "" {
		ch.caption, ch.off = reason, true
	}
	return ch
}

// listed gives the commands that fit and are not listed yet, in their order. named are those that can be done with what was chosen
// where the name of that alone was typed: who types a name looks for whom it is of before anything that can be done to them.
func (s *Shell) listed(fits func(name, others string) float64, chosen []choice, listed map[string]bool) (found, named []choice) {
	var first, rest, other []choice
	for _, ch := range chosen {
		key := ch.of + "\n" + ch.title
		act := ch.title
		if ch.of != "" { // the name alone, where the title has it, is no act
			act = strings.ReplaceAll(act, ch.of, "")
		}
		own := fits(act, "")
		if ch.fit = max(own, fits(ch.title, ch.of)); ch.fit == 0 || listed[key] {
			continue
		}
		if listed[key] = true; own == 0 && fits(ch.of, "") > 0 {
			named = append(named, ch)
		} else {
			first = append(first, ch)
		}
	}
	for i, list := range [][]Command{s.Commands.page, s.Commands.own} {
		onPage := i == 0
		for _, c := range list {
			if c.Quiet || c.ID == paletteID || listed[c.ID] {
				continue
			}
			own := s.Commands.Title(c)
			if c.About { // what a step was about finds the record, not the command that takes the step back
				own = s.words(c.Title)
			}
			fit := fits(own, "")
			if fit == 0 && fits(own+" "+s.also(c.ID), "") == 0 {
				continue
			}
			listed[c.ID] = true
			ch := s.choiceOf(c)
			if instead(chosen, ch.title, ch.off) {
				continue
			}
			ch.fit = fit
			switch {
			case fit == 0: // by other words
				other = append(other, ch)
			case onPage:
				first = append(first, ch)
			default:
				rest = append(rest, ch)
			}
		}
	}
	for _, list := range [][]choice{first, rest} {
		slices.SortStableFunc(list, func(a, b choice) int { return cmp.Compare(b.fit, a.fit) })
	}
	return slices.Concat(first, rest, other), named
}

// also gives other words for what a command does.
func (s *Shell) also(id string) string {
	if s.cfg.Also == nil {
		return ""
	}
	return s.cfg.Also(id)
}

// Listed gives the names that the palette lists where nothing is typed.
func (s *Shell) Listed() []string {
	all, _ := s.matchingCommands("", s.chosen())
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
