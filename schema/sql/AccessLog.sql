-- AccessLog, asked as school-admin: answered by statement

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _l0: Query.accessEntries
-- _r0: AccessRecord.student
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)
                from student _r0
                where
                  (
                    _r0.id = _l0.subject
                    and _r0.school_id = any ($2::uuid[])
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."created_at"::text || '",' || _l0."by_program"::text || ',"' || _l0."subject"::text || '",' || right(
                json_build_array(
                  (
                    select
                      coalesce(
                        (
                          select per.name
                          from
                            account acc
                            join person per on per.id = acc.person_id
                          where acc.id = _l0.actor
                        ),
                        (
                          select tok.name
                          from service_token tok
                          where tok.id = _l0.actor
                        )
                      )
                  )
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $3::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $3::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from access_record _l0
              where
                (
                  (
                    _l0.kind = 'student'
                    and exists (
                      select 1
                      from student stu
                      where
                        stu.id = _l0.subject
                        and stu.school_id = any ($4::uuid[])
                    )
                  )
                  and true
                )
              order by
                _l0."created_at" desc,
                _l0."id" desc
              limit ($3::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin); auditsDistrict (as privacy-officer)
-- _l0: Query.accessEntries
-- _r0: AccessRecord.student
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select 'null'
                from student _r0
                where false
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."created_at"::text || '",' || _l0."by_program"::text || ',"' || _l0."subject"::text || '",' || right(
                json_build_array(
                  (
                    select
                      coalesce(
                        (
                          select per.name
                          from
                            account acc
                            join person per on per.id = acc.person_id
                          where acc.id = _l0.actor
                        ),
                        (
                          select tok.name
                          from service_token tok
                          where tok.id = _l0.actor
                        )
                      )
                  )
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $2::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $2::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from access_record _l0
              where
                (
                  (
                    _l0.kind = 'student'
                    and exists (
                      select 1
                      from
                        student stu
                        join school sch on sch.id = stu.school_id
                      where
                        stu.id = _l0.subject
                        and sch.district_id = any ($3::uuid[])
                    )
                  )
                  and true
                )
              order by
                _l0."created_at" desc,
                _l0."id" desc
              limit ($2::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
