// Command bench measures the program beside the bare libraries that it stands on, and prints a table. Each figure
// is a ratio within one run on one machine: both sides take turns, and what counts is the median. The aims are
// those that the program was designed for.
//
//	bench -window build/mentorbook -empty build/bench/emptywindow [-quick] [-json] [-only WORD]
//
// A row is one line in rows; its measure gives pairs of figures, ours and the yardstick's.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
)

func main() {
	l := lab{}
	flag.StringVar(&l.window, "window", "build/mentorbook", "the window")
	flag.StringVar(&l.empty, "empty", "build/bench/emptywindow", "the empty window beside which it is measured")
	flag.StringVar(&l.folder, "dir", "build/bench/work", "where workspaces are made; the large one stays there for the next run")
	flag.BoolVar(&l.quick, "quick", false, "one small round of each: shows that the rows work, not how fast the program is")
	asJSON := flag.Bool("json", false, "an array of objects in place of the table")
	only := flag.String("only", "", "measure only rows whose names hold this word")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	l.say = func(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
	if err := run(ctx, &l, *only, *asJSON, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run measures what is asked for and prints it.
func run(ctx context.Context, l *lab, only string, asJSON bool, out io.Writer) error {
	if err := l.open(); err != nil {
		return err
	}
	defer l.close()
	var results []result
	for _, r := range rows() {
		if !strings.Contains(r.name, only) {
			continue
		}
		l.say("measuring: %s", r.name)
		pairs, err := r.measure(ctx, l)
		if err != nil {
			return fmt.Errorf("%s: %w", r.name, err)
		}
		results = append(results, r.result(pairs))
		l.say("  %.3g %s over %.3g", results[len(results)-1].Ours, r.unit, results[len(results)-1].Bare) // a whole run takes long
	}
	if asJSON {
		enc := json.NewEncoder(out)
		enc.SetIndent("", "  ")
		return enc.Encode(results)
	}
	return printTable(out, results)
}
