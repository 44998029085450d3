package storage

import (
	"context"
	"fmt"
)

func childWrite(args []string) int  { return 0 }
func childOpen(args []string) int   { return 0 }
func childCreate(args []string) int { return 0 }
func childRead(args []string) int   { fmt.Print(context.Background()); return 0 }
