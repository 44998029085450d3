package icaltest

import (
	"strconv"
	"strings"
	"time"
)

// PythonReads gives the milliseconds that Python's icalendar takes to read a file, without its own start.
func (j *Judges) PythonReads(file string) (float64, error) {
	out, err := run(nil, python, j.dir+"/readtime.py", file)
	if err != nil {
		return 0, err
	}
	return strconv.ParseFloat(strings.TrimSpace(out), 64)
}

// LibicalLists gives the milliseconds that libical takes to read a file and to work out its occurrences between
// two days such as "20261101".
func (j *Judges) LibicalLists(from, to, file string) (float64, error) {
	start := time.Now()
	_, err := run(nil, j.dir+"/occurrences", from+"T000000Z", to+"T000000Z", file)
	return float64(time.Since(start)) / float64(time.Millisecond), err
}
