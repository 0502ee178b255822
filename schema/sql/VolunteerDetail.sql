-- VolunteerDetail, asked as school-admin: answered by batches, not by statement (on record: Guardian)

-- Guardian
select
  (
    select
      coalesce(json_agg(pupil.id), '[]')
    from
      (
        select
          stu.id
        from
          guardianship tie
          join student stu on stu.id = tie.student_id
        where
          tie.guardian_id = _row.id
          and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
          and (
            stu.school_id = any ($1::uuid[])
            or exists (
              select
                1
              from
                class_membership m
              where
                m.student_id = stu.id
                and m.school_class_id = any ($2::uuid[])
                and m.status = 'ACTIVE'
            )
          )
      ) pupil (id)
  ) as v0,
  _row."id" as v1,
  (
    select
      json_build_array(p.name, p.phone)
    from
      person p
    where
      p.id = _row.person_id
  ) as v2
from
  "guardian" _row
where
  (
    _row.id = any ($3::uuid[])
    and exists (
      select
        1
      from
        guardianship g
        join student s on s.id = g.student_id
      where
        g.guardian_id = _row.id
        and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
        and s.school_id = any ($1::uuid[])
    )
  );

-- Guardian.currentSuspension
select
  _parent.id,
  _found.*
from
  "guardian" _parent
  cross join lateral (
    select
      _row."cause" as v0,
      (
        (
          _row.starts_at <= $1::timestamptz
          and _row.ends_at > $1::timestamptz
          and _row.lifted_at is null
        )
      ) as v1,
      _row."decided_by_id" as v2,
      _row."ends_at" as v3,
      _row."id" as v4,
      _row."lift_reason" as v5,
      _row."lifted_at" as v6,
      _row."reason" as v7,
      _row."school_id" as v8,
      _row."starts_at" as v9
    from
      "volunteer_suspension" _row
    where
      (
        _row.id = (
          select
            sus.id
          from
            volunteer_suspension sus
          where
            sus.person_id = _parent.person_id
            and (
              sus.starts_at <= $1::timestamptz
              and sus.ends_at > $1::timestamptz
              and sus.lifted_at is null
            )
            and (
              sus.person_id = $2::uuid
              or sus.school_id = any ($3::uuid[])
              or (
                sus.school_id is null
                and exists (
                  select
                    1
                  from
                    guardian gdn
                    join guardianship gds on gds.guardian_id = gdn.id
                    and gds.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                    join student std on std.id = gds.student_id
                  where
                    gdn.person_id = sus.person_id
                    and std.school_id in (
                      select
                        unnest($3::uuid[])
                    )
                )
              )
            )
          order by
            sus.ends_at desc,
            sus.id
          limit
            1
        )
        and (
          _row.person_id = $2::uuid
          or _row.school_id = any ($3::uuid[])
          or (
            _row.school_id is null
            and exists (
              select
                1
              from
                guardian gdn
                join guardianship gds on gds.guardian_id = gdn.id
                and gds.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                join student std on std.id = gds.student_id
              where
                gdn.person_id = _row.person_id
                and std.school_id in (
                  select
                    unnest($3::uuid[])
                )
            )
          )
        )
      )
    limit
      1
  ) _found
where
  _parent.id = any ($4::uuid[]);

-- Guardian.qualifications
select
  _parent.id,
  _found.*
from
  "guardian" _parent
  left join lateral (
    select
      (
        _row.revoked_at is null
        and ($1::timestamptz at time zone 'Asia/Shanghai')::date between _row.valid_from and coalesce(_row.valid_to, 'infinity')
      ) as v0,
      _row."granted_by_id" as v1,
      _row."id" as v2,
      _row."name" as v3,
      _row."revoke_reason" as v4,
      _row."revoked_at" as v5,
      _row."valid_from" as v6,
      _row."valid_to" as v7
    from
      "volunteer_qualification" _row
    where
      (
        _row.person_id = _parent.person_id
        and (
          _row.person_id = $2::uuid
          or exists (
            select
              1
            from
              signup qsg
              join shift_role rol on rol.id = qsg.role_id
              join shift sft on sft.id = qsg.shift_id
              join volunteer_activity act on act.id = sft.activity_id
            where
              qsg.person_id = _row.person_id
              and qsg.status in ('PENDING', 'CONFIRMED')
              and rol.qualification = _row.name
              and sft.school_id = any ($3::uuid[])
              and act.organiser_id = $4::uuid
          )
          or exists (
            select
              1
            from
              guardian gdn
              join guardianship gds on gds.guardian_id = gdn.id
              and gds.status in ('PENDING', 'ACTIVE', 'BLOCKED')
              join student std on std.id = gds.student_id
            where
              gdn.person_id = _row.person_id
              and std.school_id in (
                select
                  unnest($5::uuid[])
              )
          )
        )
      )
    order by
      _row."granted_at" desc,
      _row."id" desc
    limit
      $6::int
  ) _found on true
where
  (
    _parent.id = any ($7::uuid[])
    and (
      _found.v2 is not null
      or (
        exists (
          select
            1
          from
            guardian gdn
            join guardianship gds on gds.guardian_id = gdn.id
            and gds.status in ('PENDING', 'ACTIVE', 'BLOCKED')
            join student std on std.id = gds.student_id
          where
            gdn.person_id = _parent.person_id
            and std.school_id in (
              select
                unnest($5::uuid[])
            )
        )
      ) is not true
    )
  );

-- Guardian.suspensions
select
  _parent.id,
  _found.*
from
  "guardian" _parent
  left join lateral (
    select
      _row."cause" as v0,
      (
        (
          _row.starts_at <= $1::timestamptz
          and _row.ends_at > $1::timestamptz
          and _row.lifted_at is null
        )
      ) as v1,
      _row."decided_by_id" as v2,
      _row."ends_at" as v3,
      _row."id" as v4,
      _row."lift_reason" as v5,
      _row."lifted_at" as v6,
      _row."reason" as v7,
      _row."school_id" as v8,
      _row."starts_at" as v9
    from
      "volunteer_suspension" _row
    where
      (
        _row.person_id = _parent.person_id
        and (
          _row.person_id = $2::uuid
          or _row.school_id = any ($3::uuid[])
          or (
            _row.school_id is null
            and exists (
              select
                1
              from
                guardian gdn
                join guardianship gds on gds.guardian_id = gdn.id
                and gds.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                join student std on std.id = gds.student_id
              where
                gdn.person_id = _row.person_id
                and std.school_id in (
                  select
                    unnest($3::uuid[])
                )
            )
          )
        )
      )
    order by
      _row."starts_at" desc,
      _row."id" desc
    limit
      $4::int
  ) _found on true
where
  (
    _parent.id = any ($5::uuid[])
    and (
      _found.v4 is not null
      or (
        exists (
          select
            1
          from
            guardianship g
            join student s on s.id = g.student_id
          where
            g.guardian_id = _parent.id
            and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
            and s.school_id = any ($3::uuid[])
        )
      ) is not true
    )
  );
