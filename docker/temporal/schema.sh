#!/bin/sh
# Makes Temporal's two databases when they are not there, and brings their schemas to this version.
set -eu

upgrade() {
  database=$1
  schema=$2
  temporal-sql-tool --db "$database" create 2>/dev/null || true
  # Only a database without a version table is set up from nothing.
  temporal-sql-tool --db "$database" setup-schema -v 0.0 2>/dev/null || true
  temporal-sql-tool --db "$database" update-schema --schema-name "postgresql/v12/$schema"
}

upgrade temporal temporal
upgrade temporal_visibility visibility
