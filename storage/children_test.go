//go:build linux

package storage

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// childWrite changes forty records at a time for ever, all with one stamp, and says so after each commit.
func childWrite(args []string) int {
	s, err := Open(context.Background(), args[0], Options{Timeout: 10 * time.Second})
	if err != nil {
		fmt.Println(err)
		return 1
	}
	stamp, err := strconv.ParseUint(args[1], 10, 64)
	if err != nil {
		return 2
	}
	for {
		stamp++
		if err := s.Update(context.Background(), func(w planner.Writer) error { return writeStamp(w, stamp) }); err != nil {
			fmt.Println(err)
			return 1
		}
		fmt.Println("done", stamp)
	}
}

const stamped = 40

func writeStamp(w planner.Writer, stamp uint64) error {
	var recs []core.Record
	for i := range uint64(stamped) {
		rec := sampleRecord(100+i, stamp)
		if err := w.Put(rec); err != nil {
			return err
		}
		recs = append(recs, rec)
	}
	return w.Append(entryFor(stamp, core.ID{}, recs...))
}

// childImport imports a workspace as one bulk work.
func childImport(args []string) int {
	s, err := Open(context.Background(), args[0], Options{Timeout: 10 * time.Second})
	if err != nil {
		fmt.Println(err)
		return 1
	}
	raw, err := os.ReadFile(args[1])
	if err != nil {
		return 2
	}
	p := testPlanner(s)
	if err := p.Recover(context.Background()); err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println("begun")
	if err := p.Exchange.Import(context.Background(), bytes.NewReader(raw), nil); err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println("done")
	return 0
}

type fixedClock struct{}

func (fixedClock) Now() time.Time { return epoch }

type countedIDs struct{ n uint64 }

func (c *countedIDs) NewID() core.ID {
	c.n++
	id := testID(uint64(time.Now().UnixNano()))
	id[14] = byte(c.n)
	return id
}

func testPlanner(s *Store) *planner.Planner {
	return planner.New(planner.Ports{Store: s, Clock: fixedClock{}, IDs: &countedIDs{}, Device: "0badcafe", Files: Files{}})
}

// childOpen opens a workspace and keeps it open until its input ends.
func childOpen(args []string) int {
	s, err := Open(context.Background(), args[0], Options{Holder: "mentorbook", Timeout: 200 * time.Millisecond})
	return holdOrTell(s, err)
}

// childCreate makes a workspace and keeps it open until its input ends.
func childCreate(args []string) int {
	if limit, err := strconv.ParseUint(os.Getenv("STORAGE_FILE_LIMIT"), 10, 64); err == nil {
		signal.Ignore(syscall.SIGXFSZ)
		if err := limitFiles(limit); err != nil {
			return 2
		}
	}
	s, err := Create(context.Background(), args[0], Options{Holder: "mentorbook", Timeout: 200 * time.Millisecond})
	return holdOrTell(s, err)
}

func holdOrTell(s *Store, err error) int {
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println("open")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	if err := s.Close(); err != nil {
		return 2
	}
	return 0
}

// childRead opens and reads the files that its input names, behind the number of pages to look at first, and says
// of each what it holds or what is wrong.
func childRead([]string) int {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		pages, path, _ := strings.Cut(in.Text(), " ")
		n, _ := strconv.Atoi(pages)
		sum, err := readAll(path, n)
		answer := readAnswer{Sum: sum}
		if err != nil {
			answer.Words = err.Error()
			answer.Code = core.CodeOf(err)
			var coded *core.Error
			if errors.As(err, &coded) {
				answer.Backup, _ = coded.Args["backup"].(string)
			}
		}
		_ = json.NewEncoder(os.Stdout).Encode(answer)
	}
	return 0
}

type readAnswer struct {
	Sum    string
	Code   core.Code
	Words  string
	Backup string
}

// readAll reads all that a file says, and gives a hash of it.
func readAll(path string, pages int) (string, error) {
	s, err := open(context.Background(), path, Options{}, pages)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	err = s.view(context.Background(), func(r *reader) error {
		enc := json.NewEncoder(sum)
		for _, kind := range core.Kinds() {
			for rec, err := range r.All(kind) {
				if err != nil {
					return err
				}
				_ = enc.Encode(rec)
			}
		}
		for cs, err := range r.Journal(planner.JournalQuery{}) {
			if err != nil {
				return err
			}
			_ = enc.Encode(cs)
		}
		return proved(r)
	})
	return fmt.Sprintf("%x", sum.Sum(nil)), errors.Join(err, s.Close())
}

// proved holds indexes, pairs and counts against the records and entries.
func proved(r *reader) error {
	c := &checker{reader: *r, report: &Report{Counts: map[core.Kind]int{}}}
	if err := step(func() error {
		c.records()
		c.indexes()
		c.journal()
		return nil
	}); err != nil {
		return err
	}
	if len(c.report.Findings) > 0 {
		return core.Fail(core.CodeDamaged, "reason", c.report.Findings[0].Where+": "+c.report.Findings[0].Reason)
	}
	return nil
}
