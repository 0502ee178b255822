-- MyVolunteerRecord, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Viewer.guardian
-- _r1: Guardian.currentSuspension
-- _r2: VolunteerSuspension.school
-- _l0: Guardian.qualifications
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || coalesce(
                  (
                    select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                    from school _r2
                    where _r2.id = _r1."school_id"
                  ),
                  'null'
                ) || ',' || (
                  '"' || _r1."id"::text || '","' || _r1."cause"::text || '","' || _r1."ends_at"::text || '",' || right(json_build_array(_r1."reason")::text, -1)
                )
              from volunteer_suspension _r1
              where
                (
                  _r1.id = (
                    select sus.id
                    from volunteer_suspension sus
                    where
                      sus.person_id = _r0.person_id
                      and (
                        sus.starts_at <= $2::timestamptz
                        and sus.ends_at > $2::timestamptz
                        and sus.lifted_at is null
                      )
                      and sus.person_id = $3::uuid
                    order by
                      sus.ends_at desc,
                      sus.id
                    limit 1
                  )
                  and _r1.person_id = $3::uuid
                )
              limit 1
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l0."id"::text || '","' || _l0."valid_from"::text || '",' || coalesce('"' || _l0."valid_to"::text || '"', 'null') || ',' || right(
                    json_build_array(
                      _l0."name",
                      (
                        _l0.revoked_at is null
                        and $4::date between _l0.valid_from and coalesce(_l0.valid_to, 'infinity')
                      ),
                      _l0."revoke_reason"
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from volunteer_qualification _l0
                  where
                    (
                      _l0.person_id = _r0.person_id
                      and _l0.person_id = $3::uuid
                      and true
                    )
                  order by
                    _l0."granted_at" desc,
                    _l0."id" desc
                  limit $5::int
                ) _l0
            ),
            case
              when (_r0.id = $6::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || ('"' || _r0."id"::text || '"]')
        from guardian _r0
        where
          (
            _r0.id = $7::uuid
            and (
              _r0.id = $6::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($8::uuid[])
                    and hst.student_id = any ($9::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $4::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $4::date
                    )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guest; signed in (as lecturer)
-- _r0: Viewer.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select 'null'
        from guardian _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Viewer.guardian
-- _r1: Guardian.currentSuspension
-- _r2: VolunteerSuspension.school
-- _l0: Guardian.qualifications
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || coalesce(
                  (
                    select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                    from school _r2
                    where _r2.id = _r1."school_id"
                  ),
                  'null'
                ) || ',' || (
                  '"' || _r1."id"::text || '","' || _r1."cause"::text || '","' || _r1."ends_at"::text || '",' || right(json_build_array(_r1."reason")::text, -1)
                )
              from volunteer_suspension _r1
              where
                (
                  _r1.id = (
                    select sus.id
                    from volunteer_suspension sus
                    where
                      sus.person_id = _r0.person_id
                      and (
                        sus.starts_at <= $2::timestamptz
                        and sus.ends_at > $2::timestamptz
                        and sus.lifted_at is null
                      )
                      and sus.person_id = $3::uuid
                    order by
                      sus.ends_at desc,
                      sus.id
                    limit 1
                  )
                  and _r1.person_id = $3::uuid
                )
              limit 1
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l0."id"::text || '","' || _l0."valid_from"::text || '",' || coalesce('"' || _l0."valid_to"::text || '"', 'null') || ',' || right(
                    json_build_array(
                      _l0."name",
                      (
                        _l0.revoked_at is null
                        and $4::date between _l0.valid_from and coalesce(_l0.valid_to, 'infinity')
                      ),
                      _l0."revoke_reason"
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from volunteer_qualification _l0
                  where
                    (
                      _l0.person_id = _r0.person_id
                      and (
                        _l0.person_id = $3::uuid
                        or exists (
                          select 1
                          from
                            signup qsg
                            join shift_role rol on rol.id = qsg.role_id
                            join shift sft on sft.id = qsg.shift_id
                            join volunteer_activity act on act.id = sft.activity_id
                          where
                            qsg.person_id = _l0.person_id
                            and qsg.status in ('PENDING', 'CONFIRMED')
                            and rol.qualification = _l0.name
                            and sft.school_id = any ($5::uuid[])
                            and act.organiser_id = $6::uuid
                        )
                      )
                      and true
                    )
                  order by
                    _l0."granted_at" desc,
                    _l0."id" desc
                  limit $7::int
                ) _l0
            ),
            case
              when (_r0.id = $8::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select coalesce(json_agg(pupil.id), '[]')
                  from
                    (
                      select stu.id
                      from
                        guardianship tie
                        join student stu on stu.id = tie.student_id
                      where
                        tie.guardian_id = _r0.id
                        and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                        and (
                          stu.school_id = any ($9::uuid[])
                          or exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = stu.id
                              and m.school_class_id = any ($10::uuid[])
                              and m.status = 'ACTIVE'
                          )
                        )
                    ) pupil (id)
                )
              )::text,
              -1
            )
          )
        from guardian _r0
        where
          (
            _r0.id = $11::uuid
            and (
              _r0.id = $8::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($12::uuid[])
                    and hst.student_id = any ($13::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $4::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $4::date
                    )
                )
              )
              or exists (
                select 1
                from
                  guardianship g
                  join class_membership m on m.student_id = g.student_id
                where
                  g.guardian_id = _r0.id
                  and g.status in ('ACTIVE', 'PENDING')
                  and m.school_class_id = any ($10::uuid[])
                  and m.status = 'ACTIVE'
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
