package report

// Texts gives every free text of the content: what somebody typed, but for the names of the parties.
func (c *Content) Texts() []string {
	var out []string
	add := func(texts ...string) {
		for _, s := range texts {
			if s != "" {
				out = append(out, s)
			}
		}
	}
	for _, g := range c.Goals {
		add(g.Title, g.Measure, g.Unit)
		add(g.Evidence...)
		for _, m := range g.Milestones {
			add(m.Title)
		}
		add(g.Next)
	}
	for _, k := range c.Skills {
		add(k.Name)
	}
	add(c.Actions.Done...)
	for _, w := range c.Released {
		add(w.Subject, w.How)
	}
	return out
}
