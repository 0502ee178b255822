-- AuditLog, asked as school-admin: answered by batches, not by statement (on record: Guardian)

-- Query.auditEntries
select
  (
    select
      coalesce(
        (
          select
            per.name
          from
            person per
          where
            per.id = (
              select
                coalesce(
                  (
                    select
                      jnd.person_id
                    from
                      account jnd
                    where
                      jnd.id = acc.joined_into_id
                  ),
                  acc.person_id
                )
              from
                account acc
              where
                acc.id = _row.account
            )
        ),
        (
          select
            tok.name
          from
            service_token tok
          where
            tok.id = _row.service_token
        )
      )
  ) as v0,
  _row."code" as v1,
  _row."created_at" as v2,
  _row."id" as v3,
  _row."mutation" as v4,
  _row."outcome" as v5,
  _row."subjects" as v6
from
  "audit_record" _row
where
  _row.schools && $1::uuid[]
order by
  _row."created_at" desc,
  _row."id" desc
limit
  $2::int;
