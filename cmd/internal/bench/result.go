package main

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// result is a row as measured. Ours and Bare are medians, Ratio is that of the medians; half of the rounds have
// ratios from Low to High.
type result struct {
	Name    string  `json:"name"`
	Over    string  `json:"over,omitempty"`
	Unit    string  `json:"unit"`
	Ours    float64 `json:"ours"`
	Bare    float64 `json:"bare,omitempty"`
	Ratio   float64 `json:"ratio,omitempty"`
	Low     float64 `json:"low,omitempty"`
	High    float64 `json:"high,omitempty"`
	Aim     float64 `json:"aim,omitempty"`
	Reached *bool   `json:"reached,omitempty"`
	Rounds  int     `json:"rounds"`
}

func (r row) result(pairs []pair) result {
	var ours, bare, ratios []float64
	for _, p := range pairs {
		ours = append(ours, p.ours)
		if p.bare > 0 {
			bare = append(bare, p.bare)
			ratios = append(ratios, p.ours/p.bare)
		}
	}
	out := result{Name: r.name, Over: r.over, Unit: r.unit, Aim: r.aim, Rounds: len(pairs), Ours: quantile(ours, 0.5)}
	if len(bare) == 0 {
		return out
	}
	out.Bare = quantile(bare, 0.5)
	out.Ratio, out.Low, out.High = out.Ours/out.Bare, quantile(ratios, 0.25), quantile(ratios, 0.75)
	if r.aim > 0 {
		reached := out.Ratio <= r.aim
		out.Reached = &reached
	}
	return out
}

// quantile gives the value below which a share of the values lies, between two where it falls there.
func quantile(values []float64, share float64) float64 {
	if len(values) == 0 {
		return 0
	}
	v := slices.Sorted(slices.Values(values))
	at := share * float64(len(v)-1)
	i := int(at)
	if i+1 == len(v) {
		return v[i]
	}
	return v[i] + (v[i+1]-v[i])*(at-float64(i))
}

func printTable(out io.Writer, results []result) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "what\tmedian\tover\tmedian\tratio\thalf within\taim\t\trounds")
	for _, r := range results {
		fmt.Fprintf(w, "%s\t%s\t", r.Name, figure(r.Ours, r.Unit))
		if r.Bare == 0 {
			fmt.Fprintf(w, "\t\t\t\t\t\t%d\n", r.Rounds)
			continue
		}
		fmt.Fprintf(w, "%s\t%s\t%.2f\t%.2f–%.2f\t", r.Over, figure(r.Bare, r.Unit), r.Ratio, r.Low, r.High)
		switch {
		case r.Reached == nil:
			fmt.Fprint(w, "\t")
		case *r.Reached:
			fmt.Fprintf(w, "%.2f\treached", r.Aim)
		default:
			fmt.Fprintf(w, "%.2f\tmissed", r.Aim)
		}
		fmt.Fprintf(w, "\t%d\n", r.Rounds)
	}
	return w.Flush()
}

// figure gives three significant figures.
func figure(v float64, unit string) string {
	switch {
	case v >= 100:
		return fmt.Sprintf("%.0f %s", v, unit)
	case v >= 10:
		return fmt.Sprintf("%.1f %s", v, unit)
	}
	return fmt.Sprintf("%.2f %s", v, unit)
}
