-- AccessLog, asked as school-admin: answered by batches, not by statement (on record: Student)

-- Query.accessEntries
select
  (
    select
      coalesce(
        (
          select
            per.name
          from
            account acc
            join person per on per.id = acc.person_id
          where
            acc.id = _row.actor
        ),
        (
          select
            tok.name
          from
            service_token tok
          where
            tok.id = _row.actor
        )
      )
  ) as v0,
  _row."by_program" as v1,
  _row."created_at" as v2,
  _row."id" as v3,
  _row."subject" as v4
from
  "access_record" _row
where
  (
    _row.kind = 'student'
    and exists (
      select
        1
      from
        student stu
      where
        stu.id = _row.subject
        and stu.school_id = any ($1::uuid[])
    )
  )
order by
  _row."created_at" desc,
  _row."id" desc
limit
  $2::int;
